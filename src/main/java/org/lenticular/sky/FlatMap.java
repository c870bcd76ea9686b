package org.lenticular.sky;

import com.google.common.geometry.S2LatLngRect;
import com.google.common.geometry.S2Loop;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Polygon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A region in the plane of longitude and latitude, as GeoJSON has it (RFC 7946): degrees, longitudes from −180 to 180, cut where it crosses that
 * meridian, a pole drawn out to its whole parallel. Great circles are bent there, so points are put between where they would stray.
 *
 * @param place the single place that the region is; empty where it has an area
 * @param polygons each a list of rings, the outer one first, counter-clockwise, then holes, clockwise; each ring is closed
 * @param box west, south, east, north; where it crosses the meridian 180, west is greater than east (RFC 7946 §5.2)
 */
public record FlatMap(List<Double> place, List<List<List<List<Double>>>> polygons, List<Double> box) {

    /** The region so; empty where it has no place at all, or none that can be drawn. */
    public static Optional<FlatMap> of(Region region) {
        if (region instanceof Spot spot) {
            List<Double> at = FlatRing.point(Sphere.longitude(spot.centre()), Sphere.latitude(spot.centre()));
            return Optional.of(new FlatMap(at, List.of(), List.of(at.get(0), at.get(1), at.get(0), at.get(1))));
        }
        if (region instanceof Rect rect && rect.width() > 0 && rect.south() < rect.north()) {
            return Optional.of(ofRect(rect));
        }
        S2Polygon polygon = Areas.of(region);
        if (polygon.isEmpty()) {
            return Optional.empty();
        }
        if (polygon.isFull()) {
            return Optional.of(new FlatMap(
                    List.of(),
                    List.of(List.of(FlatRing.rectangle(-180, -90, 180, 90))),
                    List.of(-180.0, -90.0, 180.0, 90.0)));
        }
        S2LatLngRect bound = polygon.getRectBound();
        boolean crosses = bound.lng().isInverted() || bound.lng().isFull();
        List<List<List<List<Double>>>> polygons = new ArrayList<>();
        if (crosses) {
            List<List<List<List<Double>>>> halves = new ArrayList<>();
            add(cut(polygon, 1), 1, halves);
            add(cut(polygon, -1), -1, halves);
            polygons.addAll(FlatSeam.join(halves.stream().flatMap(List::stream).toList()));
        } else {
            add(polygon, 0, polygons);
        }
        return polygons.isEmpty() ? Optional.empty() : Optional.of(new FlatMap(List.of(), polygons, box(bound)));
    }

    /** Its sides are straight here. */
    private static FlatMap ofRect(Rect rect) {
        double south = rect.south();
        double north = rect.north();
        if (rect.width() >= 360) {
            return new FlatMap(
                    List.of(),
                    List.of(List.of(FlatRing.rectangle(-180, south, 180, north))),
                    List.of(-180.0, south, 180.0, north));
        }
        double west = rect.west() - 360 * Math.floor((rect.west() + 180) / 360);
        double east = west + rect.width();
        if (east <= 180) {
            return new FlatMap(
                    List.of(),
                    List.of(List.of(FlatRing.rectangle(west, south, east, north))),
                    List.of(west, south, east, north));
        }
        return new FlatMap(
                List.of(),
                List.of(
                        List.of(FlatRing.rectangle(west, south, 180, north)),
                        List.of(FlatRing.rectangle(-180, south, east - 360, north))),
                List.of(west, south, east - 360, north));
    }

    /** What of it lies east (1) or west (−1) of the prime meridian, up to the meridian 180. */
    private static S2Polygon cut(S2Polygon polygon, int side) {
        S2Point middle = new S2Point(0, side, 0);
        S2Loop half =
                new S2Loop(List.of(S2Point.X_POS, new S2Point(0, 0, side), S2Point.X_NEG, new S2Point(0, 0, -side)));
        if (!half.contains(middle)) {
            half.invert();
        }
        S2Polygon piece = new S2Polygon();
        piece.initToIntersection(polygon, new S2Polygon(half));
        return piece;
    }

    private static void add(S2Polygon polygon, int side, List<List<List<List<Double>>>> polygons) {
        for (int i = 0; i < polygon.numLoops(); i++) {
            if (polygon.loop(i).isHole()) {
                continue;
            }
            List<List<List<Double>>> rings = new ArrayList<>();
            rings.add(FlatRing.of(polygon.loop(i), side));
            for (int j = i + 1; j <= polygon.getLastDescendant(i); j++) {
                if (polygon.getParent(j) == i) {
                    List<List<Double>> hole = new ArrayList<>(FlatRing.of(polygon.loop(j), side));
                    java.util.Collections.reverse(hole);
                    rings.add(List.copyOf(hole));
                }
            }
            polygons.add(List.copyOf(rings));
        }
    }

    private static List<Double> box(S2LatLngRect bound) {
        boolean all = bound.lng().isFull();
        return List.of(
                all ? -180.0 : FlatRing.rounded(Math.toDegrees(bound.lng().lo())),
                FlatRing.rounded(Math.toDegrees(bound.lat().lo())),
                all ? 180.0 : FlatRing.rounded(Math.toDegrees(bound.lng().hi())),
                FlatRing.rounded(Math.toDegrees(bound.lat().hi())));
    }
}
