package org.lenticular.catalogue.facts;

import java.util.Comparator;
import java.util.List;
import org.lenticular.query.Interval;

/** Intervals, any of which may be overlapped: one look however many they are. */
final class Spans {
    private final double[] highs;
    /** Of the intervals from this one on, the least lower end. */
    private final double[] lows;

    Spans(List<Interval> anyOf) {
        List<Interval> sorted = anyOf.stream()
                .sorted(Comparator.comparingDouble(Interval::high))
                .toList();
        highs = sorted.stream().mapToDouble(Interval::high).toArray();
        lows = sorted.stream().mapToDouble(Interval::low).toArray();
        for (int i = lows.length - 2; i >= 0; i--) {
            lows[i] = Math.min(lows[i], lows[i + 1]);
        }
    }

    /** Whether any of them has a number in common with this range; NaN has none with anything. */
    boolean overlap(double low, double high) {
        if (highs.length == 1) {
            return highs[0] >= low && lows[0] <= high;
        }
        // Those that do not end before it; among them, the one that begins first decides.
        int from = 0;
        int to = highs.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (highs[middle] >= low) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from < highs.length && lows[from] <= high;
    }

    /** Whether one of them holds all of this range. */
    boolean hold(double low, double high) {
        for (int i = 0; i < highs.length; i++) {
            boolean isOwn = i == lows.length - 1 || lows[i] < lows[i + 1];
            if (isOwn && lows[i] <= low && high <= highs[i]) {
                return true;
            }
        }
        return false;
    }
}
