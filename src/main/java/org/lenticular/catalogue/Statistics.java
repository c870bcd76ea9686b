package org.lenticular.catalogue;

import java.util.List;
import java.util.Map;
import org.lenticular.query.Extent;
import org.lenticular.query.Interval;
import org.lenticular.query.Term;

/**
 * What values a load's images have, so that clients can be told what there is, and a query that cannot be met need not be tried.
 *
 * @param extents from the least lower to the greatest upper end; no entry where every image's is null
 * @param words the values that occur, in alphabetical order; no entry where there are more than {@link #MOST}
 */
public record Statistics(Map<Extent, Interval> extents, Map<Term, List<String>> words) {
    /** Values that are told of one term. */
    public static final int MOST = 200;

    public Statistics {
        extents = Map.copyOf(extents);
        words = Map.copyOf(words);
    }
}
