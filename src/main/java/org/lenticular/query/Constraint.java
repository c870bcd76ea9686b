package org.lenticular.query;

import java.util.List;
import java.util.Set;

/** What an image must meet beside its place on the sky and its format. An image of which the column is null meets none. */
public sealed interface Constraint {
    /**
     * Its range overlaps one of these; touching is overlapping.
     *
     * @param anyOf at least one
     */
    record Overlap(Extent extent, List<Interval> anyOf) implements Constraint {
        public Overlap {
            anyOf = List.copyOf(anyOf);
        }
    }

    /**
     * Its word is one of these, exactly ({@link Term} tells the exceptions).
     *
     * @param anyOf at least one
     */
    record OneOf(Term term, Set<String> anyOf) implements Constraint {
        public OneOf {
            anyOf = Set.copyOf(anyOf);
        }
    }
}
