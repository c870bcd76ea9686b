package org.lenticular.sky;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws figures at hard places and of all sizes: poles, the seam at 0/360, one arcsecond, most of the sky. */
public final class Figures {

    public static final List<String> KINDS = List.of("dot", "disc", "quad", "star", "either", "without", "both");
    private static final double[] SIZES = {1 / 3600.0, 0.1, 2, 12, 40, 80};

    private final Random random;
    private final double lon;
    private final double lat;
    private final double size;

    /** @param random whose numbers choose the place and the size that all figures of one draw share */
    public Figures(Random random) {
        this.random = random;
        this.size = SIZES[random.nextInt(SIZES.length)];
        double near = size * (random.nextDouble() - 0.5) * 2;
        switch (random.nextInt(5)) {
            case 0 -> {
                lat = Math.copySign(90 - Math.abs(near), random.nextBoolean() ? 1 : -1);
                lon = random.nextDouble() * 360;
            }
            case 1 -> {
                lat = Math.max(-90, Math.min(90, random.nextGaussian() * 30));
                lon = (near + 360) % 360;
            }
            case 2 -> {
                lat = random.nextBoolean() ? 90 : -90;
                lon = random.nextInt(4) * 90;
            }
            default -> {
                lat = Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1));
                lon = random.nextDouble() * 360;
            }
        }
    }

    public Figure draw(String kind) {
        return switch (kind) {
            case "dot" -> dot();
            case "disc" -> disc();
            case "quad" -> quad();
            case "star" -> star();
            case "either" ->
                new Figure.Either(
                        random.nextBoolean()
                                ? List.of(simple(), simple())
                                : List.of(simple(), simple(), new Figure.Without(area(), solid())));
            case "without" -> new Figure.Without(random.nextInt(4) == 0 ? draw("either") : area(), solid());
            default -> new Figure.Both(area(), random.nextInt(4) == 0 ? draw("either") : area());
        };
    }

    private Figure simple() {
        return draw(KINDS.get(random.nextInt(4)));
    }

    private Figure area() {
        return draw(KINDS.get(1 + random.nextInt(3)));
    }

    /** A hole of no width is none to the program; the judge cannot tell. */
    private Figure solid() {
        Figure figure = area();
        while (figure instanceof Figure.Quad quad && (quad.width() == 0 || quad.south() == quad.north())) {
            figure = area();
        }
        return figure;
    }

    private Figure dot() {
        double[] p = nearby();
        return new Figure.Dot(p[0], p[1]);
    }

    private Figure disc() {
        double[] p = nearby();
        double radius = random.nextInt(20) == 0 ? 180 * random.nextDouble() : extent();
        return Figure.Disc.of(p[0], p[1], random.nextInt(60) == 0 ? 180 : radius);
    }

    private Figure quad() {
        double[] p = nearby();
        double height = random.nextInt(12) == 0 ? 0 : extent();
        double width = Math.min(360, extent() * 2 / Math.max(0.01, Math.cos(Math.toRadians(p[1]))));
        switch (random.nextInt(12)) {
            case 0 -> width = 0;
            case 1 -> width = 360;
            case 2 -> width = 360 * random.nextDouble();
            default -> {}
        }
        double south = Math.max(-90, p[1] - height);
        double north = Math.min(90, p[1] + height);
        if (random.nextInt(80) == 0) {
            return Figure.Quad.of(0, 360, -90, 90);
        }
        return Figure.Quad.of((p[0] - width / 2 + 360) % 360, width, south, north);
    }

    private Figure star() {
        double[] p = nearby();
        double[] middle = Curve.place(p[0], p[1]);
        double[] u = Curve.across(middle, Math.abs(middle[2]) < 0.9 ? new double[] {0, 0, 1} : new double[] {1, 0, 0});
        double[] v = Curve.cross(middle, u);
        int corners = 3 + random.nextInt(6);
        double ragged = random.nextBoolean() ? 0 : 0.8;
        double turn = random.nextDouble();
        double[] lonLat = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double azimuth = 2 * Math.PI * (i + turn + 0.4 * random.nextDouble()) / corners;
            double distance = Math.toRadians(Math.min(85, size * (1 - ragged * random.nextDouble())));
            double[] spoke = Curve.mix(u, Math.cos(azimuth), v, Math.sin(azimuth));
            double[] q = Curve.mix(middle, Math.cos(distance), spoke, Math.sin(distance));
            lonLat[2 * i] = Math.toDegrees(Math.atan2(q[1], q[0])) + (random.nextBoolean() ? 360 : 0);
            lonLat[2 * i + 1] = Math.toDegrees(Math.atan2(q[2], Math.hypot(q[0], q[1])));
        }
        return Figure.Star.of(lonLat, middle);
    }

    private double extent() {
        return size * (0.05 + random.nextDouble() * (random.nextInt(4) == 0 ? 2 : 1));
    }

    /** A place some sizes from the draw's own. */
    private double[] nearby() {
        double[] here = Curve.place(lon, lat);
        double[] u = Curve.across(here, Math.abs(here[2]) < 0.9 ? new double[] {0, 0, 1} : new double[] {1, 0, 0});
        double azimuth = random.nextDouble() * 2 * Math.PI;
        double[] spoke = Curve.mix(u, Math.cos(azimuth), Curve.cross(here, u), Math.sin(azimuth));
        double distance = Math.toRadians(size) * random.nextDouble() * (random.nextInt(3) == 0 ? 2 : 0.7);
        double[] q = random.nextInt(8) == 0 ? here : Curve.mix(here, Math.cos(distance), spoke, Math.sin(distance));
        double east = Math.toDegrees(Math.atan2(q[1], q[0]));
        return new double[] {(east + 360) % 360, Math.toDegrees(Math.atan2(q[2], Math.hypot(q[0], q[1])))};
    }

    static List<String[]> pairs() {
        List<String[]> pairs = new ArrayList<>();
        for (String one : KINDS) {
            for (String other : KINDS) {
                pairs.add(new String[] {one, other});
            }
        }
        return pairs;
    }
}
