package org.lenticular.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.geometry.S2Point;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cells lie where everybody's do: centres and corners as astropy-healpix has them, and outlines within what is taken for them. */
class HealpixTest {
    private static final double SAME = 1e-13;
    private static final S2Point[] CORNERS = {
        new S2Point(0, 0, 0), new S2Point(1, 0, 0), new S2Point(1, 1, 0), new S2Point(0, 1, 0)
    };

    private static List<String[]> others() throws Exception {
        try (InputStream in = HealpixTest.class.getResourceAsStream("cells.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .toList();
        }
    }

    private static S2Point place(String[] row, int column) {
        double lon = Math.toRadians(Double.parseDouble(row[column]));
        double lat = Math.toRadians(Double.parseDouble(row[column + 1]));
        return new S2Point(Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat));
    }

    @Test
    void centresAndCornersAreThoseOfAnotherLibrary() throws Exception {
        List<String[]> rows = others();
        assertThat(rows).hasSizeGreaterThan(150);
        for (String[] row : rows) {
            int order = Integer.parseInt(row[0]);
            long cell = Long.parseLong(row[1]);
            assertThat(Healpix.centre(order, cell).sub(place(row, 2)).norm())
                    .as("centre of %d/%d", order, cell)
                    .isLessThan(SAME);
            for (int i = 0; i < 4; i++) {
                S2Point corner = Healpix.place(order, cell, CORNERS[i].getX(), CORNERS[i].getY());
                assertThat(corner.sub(place(row, 4 + 2 * i)).norm())
                        .as("corner %d of %d/%d", i, order, cell)
                        .isLessThan(SAME);
            }
        }
    }

    @Test
    void noPlaceOfACellIsFartherFromItsCentreThanItsRadius() {
        Random random = new Random(1);
        for (int order = 0; order <= Moc.FINEST; order++) {
            double farthest = 0;
            for (int i = 0; i < 20_000; i++) {
                long cell = cell(order, random);
                S2Point centre = Healpix.centre(order, cell);
                int corner = random.nextInt(4);
                farthest = Math.max(
                        farthest,
                        Healpix.place(order, cell, CORNERS[corner].getX(), CORNERS[corner].getY())
                                .angle(centre));
                farthest = Math.max(
                        farthest,
                        Healpix.place(order, cell, random.nextDouble(), random.nextDouble())
                                .angle(centre));
            }
            assertThat(farthest).as("order %d", order).isLessThan(Healpix.radius(order));
        }
    }

    @Test
    void theOutlineIsAsNearToGreatCirclesAsItIsTakenFor() {
        Random random = new Random(2);
        for (int order = CellSet.COARSEST; order <= Moc.FINEST; order++) {
            for (int i = 0; i < 20_000; i++) {
                long cell = cell(order, random);
                CellShape shape = shape(order, cell);
                double along = random.nextDouble();
                double[][] ways = {{along, 0}, {1, along}, {along, 1}, {0, along}};
                for (int side = 0; side < 4; side++) {
                    S2Point place = Healpix.place(order, cell, ways[side][0], ways[side][1]);
                    assertThat(shape.inward(side).dotProd(Healpix.centre(order, cell)))
                            .isPositive();
                    assertThat(-shape.inward(side).dotProd(place))
                            .as("side %d of %d/%d", side, order, cell)
                            .isLessThanOrEqualTo(shape.bulge());
                    assertThat(shape.around().contains(place)).isTrue();
                }
                assertThat(shape.bulge()).isLessThan(Healpix.radius(order) / 15);
            }
        }
    }

    @Test
    void awayFromThePolesOutlinesAreNearlyGreatCircles() {
        int order = 10;
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            long cell = random.nextInt((int) Healpix.cells(order));
            S2Point centre = Healpix.centre(order, cell);
            if (Math.hypot(centre.getX(), centre.getY()) > 0.2) {
                assertThat(shape(order, cell).bulge()).isLessThan(Healpix.radius(order) / 1_000);
            }
        }
    }

    private static CellShape shape(int order, long cell) {
        return CellShape.parts(order - 1, cell >> 2)[(int) (cell & 3)];
    }

    /** One anywhere, or one next to a pole, where outlines are bent most. */
    private static long cell(int order, Random random) {
        long all = Healpix.cells(order);
        long perFace = all / 12;
        long anywhere = (long) (random.nextDouble() * all);
        return switch (random.nextInt(3)) {
            case 0 -> perFace * (1 + random.nextInt(4)) - 1 - random.nextInt((int) Math.min(perFace, 64));
            case 1 -> perFace * (8 + random.nextInt(4)) + random.nextInt((int) Math.min(perFace, 64));
            default -> anywhere;
        };
    }
}
