package org.lenticular.sky;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Decides how two figures lie to each other by halving their curves until each piece is certainly apart, or a
 * place on it settles the matter. What is within {@link #MARGIN} of touching is left undecided.
 */
public final class Judge {

    public enum Verdict {
        YES,
        NO,
        UNDECIDED
    }

    static final double MARGIN = 1e-9;
    private static final double ON = 1e-12;
    private static final double SHORTEST = 2e-10;
    private static final int PATIENCE = 4000;

    private int left = PATIENCE;

    private Judge() {}

    public static Verdict overlaps(Figure a, Figure b) {
        Judge judge = new Judge();
        Verdict one = judge.any(a, a::distance, b::distance);
        return one == Verdict.YES ? one : or(one, judge.any(b, b::distance, a::distance));
    }

    /** The inner is not covered if it sticks out of the outer, or the outer's edge shows inside it. */
    public static Verdict covers(Figure outer, Figure inner) {
        Judge judge = new Judge();
        Verdict sticksOut = judge.any(inner, inner::distance, p -> -outer.distance(p));
        if (sticksOut == Verdict.YES) {
            return Verdict.NO;
        }
        Verdict shows = judge.any(outer, p -> Math.abs(outer.distance(p)), inner::distance);
        Verdict uncovered = or(sticksOut, shows);
        return uncovered == Verdict.UNDECIDED ? uncovered : uncovered == Verdict.YES ? Verdict.NO : Verdict.YES;
    }

    private static Verdict or(Verdict a, Verdict b) {
        if (a == Verdict.YES || b == Verdict.YES) {
            return Verdict.YES;
        }
        return a == Verdict.NO && b == Verdict.NO ? Verdict.NO : Verdict.UNDECIDED;
    }

    /** Is there a place on the figure's curves that is no farther than zero by one measure, and less by the other? */
    private Verdict any(Figure figure, ToDoubleFunction<double[]> closed, ToDoubleFunction<double[]> open) {
        Verdict all = any(Curve.point(figure.anchor()), 0, 1, closed, open);
        List<Curve> curves = figure.curves();
        for (int i = 0; i < curves.size() && all != Verdict.YES; i++) {
            all = or(all, any(curves.get(i), 0, 1, closed, open));
        }
        return all;
    }

    private Verdict any(
            Curve curve, double from, double to, ToDoubleFunction<double[]> closed, ToDoubleFunction<double[]> open) {
        double middle = (from + to) / 2;
        double half = curve.length() * (to - from) / 2;
        double[] place = curve.at().apply(middle);
        double opens = open.applyAsDouble(place);
        if (opens > half + MARGIN) {
            return Verdict.NO;
        }
        double closes = closed.applyAsDouble(place);
        if (closes > half + ON) {
            return Verdict.NO;
        }
        if (opens < -MARGIN && closes <= ON) {
            return Verdict.YES;
        }
        if (half < SHORTEST || left-- <= 0) {
            return Verdict.UNDECIDED;
        }
        Verdict first = any(curve, from, middle, closed, open);
        return first == Verdict.YES ? first : or(first, any(curve, middle, to, closed, open));
    }
}
