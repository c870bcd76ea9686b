package org.lenticular.query;

import java.util.List;
import java.util.Optional;
import org.lenticular.sky.Region;
import org.lenticular.sky.Spot;

/**
 * What SIA 1, SIA 2 and the pages all become: constraints that every image of an answer meets.
 *
 * @param anyOf regions on the sky, and how an image must lie to one of them; none for anywhere
 * @param formats the media types wanted
 * @param constraints each of which it meets
 */
public record ImageQuery(List<Where> anyOf, WantedFormats formats, List<Constraint> constraints) {
    public ImageQuery {
        anyOf = List.copyOf(anyOf);
        constraints = List.copyOf(constraints);
    }

    /** One region at the most, and no constraint beside. */
    public ImageQuery(Optional<Where> where, WantedFormats formats) {
        this(where.stream().toList(), formats, List.of());
    }

    /**
     * @param region for {@link Match#CENTER}, its centre is what counts
     */
    public record Where(Region region, Match match) {
        /** Whether an image of this footprint is wanted; exact, and the same for every engine. */
        public boolean accepts(Region image) {
            return match.test(image, region);
        }

        /** What every wanted image shares a point with: what an index is searched for. */
        public Region reach() {
            return match == Match.CENTER ? new Spot(region.centre()) : region;
        }
    }
}
