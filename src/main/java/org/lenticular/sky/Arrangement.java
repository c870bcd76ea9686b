package org.lenticular.sky;

import com.google.common.geometry.S2Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The parts into which the sides of two regions cut the sky. Each corner, each piece of a side between corners
 * and each field between sides is wholly in either region or wholly not, so one sample of each of them decides
 * every question, whatever the regions are made of.
 */
final class Arrangement {

    /** How far beside a side its fields are sampled: farther than a side is thick. */
    private static final double BESIDE = 10 * Sphere.EDGE;

    private static final double SAME_ANGLE = 1e-15;

    private final List<Region> parts;
    private final List<Arc> arcs = new ArrayList<>();
    private final List<Integer> owners = new ArrayList<>();

    private Arrangement(Region a, Region b) {
        this.parts = new ArrayList<>(Boundary.simpleParts(a));
        this.parts.addAll(Boundary.simpleParts(b));
        for (int i = 0; i < parts.size(); i++) {
            for (Arc arc : Boundary.of(parts.get(i))) {
                arcs.add(arc);
                owners.add(i);
            }
        }
    }

    static boolean overlaps(Region a, Region b) {
        return new Arrangement(a, b).any(place -> a.contains(place) && b.contains(place));
    }

    static boolean covers(Region outer, Region inner) {
        return !new Arrangement(outer, inner).any(place -> inner.contains(place) && !outer.contains(place));
    }

    /** Whether any sample satisfies the test. */
    private boolean any(Predicate<S2Point> test) {
        for (Region part : parts) {
            // A region without sides is the whole sky, and has no other sample.
            if (test.test(part.centre())) {
                return true;
            }
        }
        for (Arc arc : arcs) {
            if (test.test(arc.start())) {
                return true;
            }
        }
        for (int i = 0; i < arcs.size(); i++) {
            if (anyAlong(i, test)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyAlong(int index, Predicate<S2Point> test) {
        Arc arc = arcs.get(index);
        List<S2Point> corners = corners(index);
        if (corners.stream().anyMatch(test)) {
            return true;
        }
        double sweep = arc.sweep();
        double[] cuts = new double[corners.size() + 2];
        for (int i = 0; i < corners.size(); i++) {
            cuts[i + 2] = Math.min(arc.angle(corners.get(i)), sweep);
        }
        cuts[1] = sweep;
        Arrays.sort(cuts);
        for (int i = 1; i < cuts.length; i++) {
            if (cuts[i] - cuts[i - 1] > SAME_ANGLE || i == 1) {
                S2Point middle = arc.at((cuts[i - 1] + cuts[i]) / 2);
                if (test.test(middle)
                        || test.test(arc.beside(middle, BESIDE))
                        || test.test(arc.beside(middle, -BESIDE))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where other regions' sides cross a side, and where they end on it. */
    private List<S2Point> corners(int index) {
        Arc arc = arcs.get(index);
        List<S2Point> found = new ArrayList<>();
        for (int i = 0; i < arcs.size(); i++) {
            if (owners.get(i).equals(owners.get(index))) {
                continue;
            }
            Arc other = arcs.get(i);
            found.addAll(Arrays.asList(Crossing.of(arc, other)));
            for (S2Point end : List.of(other.start(), other.end())) {
                if (Math.abs(arc.offset(end)) <= 2 * Sphere.EDGE && arc.holds(end)) {
                    found.add(end);
                }
            }
        }
        return found;
    }
}
