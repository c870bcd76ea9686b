package org.lenticular.sky;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Joins what was cut along the prime meridian: the pieces of a region that holds a pole, or goes round, are cut there too, and polygons of one shape
 * may not share an edge (OGC 06-103 §6.1.14). Edges that run along the seam both ways cancel each other; what is left are the rings of the whole.
 */
final class FlatSeam {
    private record Edge(List<Double> from, List<Double> to) {
        Edge back() {
            return new Edge(to, from);
        }
    }

    private final NavigableSet<Double> seam = new TreeSet<>();
    private final Map<Edge, Integer> edges = new HashMap<>();
    private final Map<List<Double>, Deque<List<Double>>> onward = new HashMap<>();

    private FlatSeam() {}

    /** @param rings closed, outer ones counter-clockwise, holes clockwise; those of both sides */
    static List<List<List<List<Double>>>> join(List<List<List<Double>>> rings) {
        FlatSeam join = new FlatSeam();
        rings.forEach(
                ring -> ring.stream().filter(point -> point.get(0) == 0).forEach(point -> join.seam.add(point.get(1))));
        List<Edge> kept = new ArrayList<>();
        for (List<List<Double>> ring : rings) {
            for (int i = 1; i < ring.size(); i++) {
                join.pieces(ring.get(i - 1), ring.get(i), kept);
            }
        }
        kept.forEach(edge -> join.edges.merge(edge, 1, Integer::sum));
        kept.stream()
                .filter(edge -> !join.edges.containsKey(edge.back()))
                .forEach(edge -> join.onward
                        .computeIfAbsent(edge.from(), from -> new ArrayDeque<>())
                        .add(edge.to()));
        return nested(join.rings());
    }

    /** An edge along the seam in as many pieces as the other side may have made of it; any other whole. */
    private void pieces(List<Double> from, List<Double> to, List<Edge> into) {
        if (from.get(0) != 0 || to.get(0) != 0) {
            into.add(new Edge(from, to));
            return;
        }
        boolean up = from.get(1) < to.get(1);
        NavigableSet<Double> between = up
                ? seam.subSet(from.get(1), false, to.get(1), true)
                : seam.subSet(to.get(1), true, from.get(1), false).descendingSet();
        List<Double> last = from;
        for (double latitude : between) {
            List<Double> next = List.of(to.get(0), latitude);
            into.add(new Edge(last, next));
            last = next;
        }
    }

    private List<List<List<Double>>> rings() {
        List<List<List<Double>>> rings = new ArrayList<>();
        while (!onward.isEmpty()) {
            List<List<Double>> ring = new ArrayList<>();
            List<Double> at = onward.keySet().iterator().next();
            ring.add(at);
            Deque<List<Double>> ways = onward.get(at);
            while (ways != null) {
                List<Double> next = ways.remove();
                if (ways.isEmpty()) {
                    onward.remove(at);
                }
                ring.add(next);
                at = next;
                ways = next.equals(ring.get(0)) ? null : onward.get(next);
            }
            rings.add(List.copyOf(ring));
        }
        return rings;
    }

    /** Each outer ring with the holes that lie in it. */
    private static List<List<List<List<Double>>>> nested(List<List<List<Double>>> rings) {
        List<List<List<List<Double>>>> polygons = new ArrayList<>();
        for (List<List<Double>> outer : rings) {
            if (area(outer) > 0) {
                List<List<List<Double>>> polygon = new ArrayList<>(List.of(outer));
                rings.stream()
                        .filter(hole -> area(hole) < 0 && holds(outer, hole.get(0)))
                        .forEach(polygon::add);
                polygons.add(List.copyOf(polygon));
            }
        }
        return polygons;
    }

    private static double area(List<List<Double>> ring) {
        double twice = 0;
        for (int i = 1; i < ring.size(); i++) {
            List<Double> a = ring.get(i - 1);
            List<Double> b = ring.get(i);
            twice += a.get(0) * b.get(1) - b.get(0) * a.get(1);
        }
        return twice;
    }

    private static boolean holds(List<List<Double>> ring, List<Double> point) {
        boolean inside = false;
        double y = point.get(1);
        for (int i = 1; i < ring.size(); i++) {
            List<Double> a = ring.get(i - 1);
            List<Double> b = ring.get(i);
            if (a.get(1) > y != b.get(1) > y
                    && point.get(0) < (b.get(0) - a.get(0)) * (y - a.get(1)) / (b.get(1) - a.get(1)) + a.get(0)) {
                inside = !inside;
            }
        }
        return inside;
    }
}
