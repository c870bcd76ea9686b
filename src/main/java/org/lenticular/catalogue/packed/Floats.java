package org.lenticular.catalogue.packed;

/** Doubles as floats that are never on the wrong side of them: a box may grow, and must not shrink. */
final class Floats {
    private Floats() {}

    static float down(double value) {
        float nearest = (float) value;
        return nearest > value ? Math.nextDown(nearest) : nearest;
    }

    static float up(double value) {
        float nearest = (float) value;
        return nearest < value ? Math.nextUp(nearest) : nearest;
    }
}
