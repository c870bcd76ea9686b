package org.lenticular.catalogue;

import java.util.List;
import java.util.Random;
import org.lenticular.sky.Cap;
import org.lenticular.sky.Footprint;
import org.lenticular.sky.Rect;
import org.lenticular.sky.Region;
import org.lenticular.sky.RegionProblem;
import org.lenticular.sky.Spot;
import org.lenticular.sky.Union;

/** Regions of every kind and of any size from a point to the whole sky, poles and seam among them; the same for the same seed. */
final class RandomSky {
    private final Random random;

    RandomSky(Random random) {
        this.random = random;
    }

    Region region() {
        return switch (random.nextInt(6)) {
            case 0 -> Spot.of(ra(), dec());
            case 1 -> Cap.of(ra(), dec(), size(180));
            case 2 -> Rect.around(ra(), dec(), size(360), size(180));
            case 3 -> new Union(List.of(image(), image()));
            default -> image();
        };
    }

    private Region image() {
        try {
            return Footprint.fromScale(
                    ra(), dec(), -size(60) / 100, size(60) / 100, 100, 80, random.nextDouble() * 360);
        } catch (RegionProblem e) {
            throw new IllegalStateException("every such image has a footprint", e);
        }
    }

    private double ra() {
        return random.nextInt(4) == 0 ? random.nextGaussian() * 5 : random.nextDouble() * 360;
    }

    private double dec() {
        double dec = Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1));
        return random.nextInt(4) == 0 ? Math.copySign(90 - Math.abs(dec) / 20, dec) : dec;
    }

    /** As often small as large. */
    private double size(double most) {
        return most * Math.pow(10, -4 * random.nextDouble());
    }
}
