package org.lenticular.sky;

import com.google.common.geometry.S2Point;
import java.util.List;

/**
 * All places that several regions share. It may be empty; an empty region contains nothing, overlaps nothing
 * and is covered by everything.
 *
 * @param parts one region or more
 */
public record Intersection(List<Region> parts) implements Region {

    /** Copies the list. */
    public Intersection {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an intersection has one part or more");
        }
    }

    @Override
    public boolean contains(S2Point place) {
        return parts.stream().allMatch(part -> part.contains(place));
    }

    @Override
    public boolean inside(S2Point place) {
        return parts.stream().allMatch(part -> part.inside(place));
    }

    @Override
    public S2Point centre() {
        return new Union(parts).centre();
    }
}
