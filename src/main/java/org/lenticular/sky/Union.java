package org.lenticular.sky;

import com.google.common.geometry.S2Point;
import java.util.List;

/**
 * All places of one region or another: a mosaic.
 *
 * @param parts one region or more
 */
public record Union(List<Region> parts) implements Region {

    /** Copies the list. */
    public Union {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a union has one part or more");
        }
    }

    @Override
    public boolean contains(S2Point place) {
        for (Region part : parts) {
            if (part.contains(place)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean inside(S2Point place) {
        int touched = 0;
        for (Region part : parts) {
            if (part.inside(place)) {
                return true;
            }
            touched += part.contains(place) ? 1 : 0;
        }
        // On the edge of one part only, it is on the union's; where parts meet, what is around it must tell.
        return touched > 1 && isSurrounded(place);
    }

    private boolean isSurrounded(S2Point place) {
        for (int i = 0; i < 16; i++) {
            S2Point aside = place.ortho().rotate(place, 0.1 + i * Math.PI / 8);
            if (!contains(Sphere.unit(place.add(aside.mul(10 * Sphere.EDGE))))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public S2Point centre() {
        S2Point sum = new S2Point(0, 0, 0);
        for (Region part : parts) {
            sum = sum.add(part.centre());
        }
        return sum.norm() > 1e-9 ? Sphere.unit(sum) : parts.get(0).centre();
    }
}
