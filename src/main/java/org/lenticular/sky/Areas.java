package org.lenticular.sky;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Loop;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Polygon;
import java.util.ArrayList;
import java.util.List;

/** Regions as S2's polygons, whose edges are great circles: circles and parallels become edges of a degree, or of a ninety-sixth of the circle. */
final class Areas {
    private static final int CIRCLE = 96;

    private Areas() {}

    static S2Polygon of(Region region) {
        if (region instanceof Poly poly) {
            List<S2Point> vertices = new ArrayList<>();
            for (int i = 0; i < poly.size(); i++) {
                vertices.add(poly.vertex(i));
            }
            return new S2Polygon(new S2Loop(vertices));
        } else if (region instanceof Cap cap) {
            return ofCap(cap);
        } else if (region instanceof Rect rect) {
            return ofRect(rect);
        } else if (region instanceof Union union) {
            return S2Polygon.union(union.parts().stream().map(Areas::of).toList());
        } else if (region instanceof Intersection intersection) {
            S2Polygon all = of(intersection.parts().get(0));
            for (Region part :
                    intersection.parts().subList(1, intersection.parts().size())) {
                S2Polygon both = new S2Polygon();
                both.initToIntersection(all, of(part));
                all = both;
            }
            return all;
        } else if (region instanceof Difference difference) {
            S2Polygon rest = new S2Polygon();
            rest.initToDifference(of(difference.base()), of(difference.hole()));
            return rest;
        }
        // A single place has no area.
        return new S2Polygon();
    }

    private static S2Polygon ofCap(Cap cap) {
        if (cap.radius() >= 180) {
            return new S2Polygon(S2Loop.full());
        }
        return cap.radius() == 0
                ? new S2Polygon()
                : new S2Polygon(S2Loop.makeRegularLoop(cap.centre(), S1Angle.degrees(cap.radius()), CIRCLE));
    }

    private static S2Polygon ofRect(Rect rect) {
        if (rect.width() >= 360) {
            return of(new Intersection(
                    List.of(new Cap(S2Point.Z_POS, 90 - rect.south()), new Cap(S2Point.Z_NEG, 90 + rect.north()))));
        }
        if (rect.width() == 0 || rect.south() == rect.north()) {
            return new S2Polygon();
        }
        List<S2Point> vertices = new ArrayList<>();
        double east = rect.west() + rect.width();
        parallel(vertices, rect.west(), east, rect.south());
        vertices.add(Sphere.point(east, (rect.south() + rect.north()) / 2));
        parallel(vertices, east, rect.west(), rect.north());
        vertices.add(Sphere.point(rect.west(), (rect.south() + rect.north()) / 2));
        return new S2Polygon(new S2Loop(vertices));
    }

    private static void parallel(List<S2Point> vertices, double from, double to, double latitude) {
        int steps = Math.abs(latitude) == 90 ? 0 : (int) Math.ceil(Math.abs(to - from));
        for (int i = 0; i <= steps; i++) {
            vertices.add(Sphere.point(steps == 0 ? from : from + (to - from) * i / steps, latitude));
        }
    }
}
