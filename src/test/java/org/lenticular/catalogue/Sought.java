package org.lenticular.catalogue;

import org.lenticular.query.ImageQuery.Where;
import org.lenticular.query.Match;
import org.lenticular.sky.Figure;
import org.lenticular.sky.Judge;
import org.lenticular.sky.Region;
import org.lenticular.sky.RegionProblem;

/**
 * A region as the tests know it, and how an image must lie to it, by plain trigonometry that shares nothing with the program. What comes closer to the
 * other answer than {@code Judge.MARGIN}, 1e-9 radians, is left undecided.
 */
record Sought(Figure figure, Match match) {
    Judge.Verdict of(Figure image) {
        return switch (match) {
            case OVERLAPS -> Judge.overlaps(image, figure);
            case COVERS -> Judge.covers(image, figure);
            case ENCLOSED -> Judge.covers(figure, image);
            case CENTER -> Judge.overlaps(image, Figure.Disc.of(figure.anchor()));
        };
    }

    /** The same as the program has it. */
    Where where() {
        return new Where(region(figure), match);
    }

    static Region region(Figure figure) {
        try {
            return figure.region();
        } catch (RegionProblem e) {
            throw new IllegalArgumentException(figure.toString(), e);
        }
    }
}
