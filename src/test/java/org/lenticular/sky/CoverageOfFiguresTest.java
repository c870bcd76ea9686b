package org.lenticular.sky;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.geometry.S2Point;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenticular.coverage.CoveredSky;
import org.lenticular.coverage.Healpix;
import org.lenticular.coverage.Moc;

/**
 * What a footprint covers, told by an independent measure of distance: every cell in which a place is found that the footprint holds, and no cell that is
 * farther from it than a fifteenth of a cell. Figures of all kinds, at the poles, across the seam, tiny and huge.
 */
class CoverageOfFiguresTest {
    private static final int ORDER = 5;
    private static final int FIGURES = 40;
    /** Each cell is looked at in so many pieces along each side. */
    private static final int PIECES = 8;

    static Iterable<String> kinds() {
        return Figures.KINDS;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aMapHasTheCellsThatAFootprintTouchesAndNoOthers(String kind) {
        LongAdder touched = new LongAdder();
        LongAdder empty = new LongAdder();
        IntStream.range(0, FIGURES).parallel().forEach(i -> {
            Figure figure = new Figures(new Random(31L * kind.hashCode() + i)).draw(kind);
            CoveredSky sky = new CoveredSky(ORDER);
            sky.add(region(figure));
            Set<Long> map = cells(sky.map());
            // A composed figure's distance may be less than the true one.
            double near = Math.toRadians(1.9) / 15;
            for (long cell = 0; cell < Healpix.cells(ORDER); cell++) {
                double least = least(figure, cell);
                String story = figure + ", cell " + ORDER + "/" + cell;
                if (least < -1e-9) {
                    assertThat(map).as(story).contains(cell);
                    touched.increment();
                } else if (least > near + Math.toRadians(1.9) / PIECES) {
                    assertThat(map).as(story).doesNotContain(cell);
                    empty.increment();
                }
            }
        });
        assertThat(empty.sum()).isPositive();
        assertThat(kind.equals("dot") || touched.sum() > 0).isTrue();
    }

    /** The least distance of places of a cell: some at its middle if it is far away, else a grid of them. */
    private static double least(Figure figure, long cell) {
        double middle = distance(figure, Healpix.centre(ORDER, cell));
        if (Math.abs(middle) > Math.toRadians(4)) {
            return middle;
        }
        double least = middle;
        int deeper = 3;
        long first = cell << 2 * deeper;
        for (long part = first; part < first + PIECES * PIECES; part++) {
            least = Math.min(least, distance(figure, Healpix.centre(ORDER + deeper, part)));
        }
        return least;
    }

    private static double distance(Figure figure, S2Point place) {
        return figure.distance(new double[] {place.getX(), place.getY(), place.getZ()});
    }

    private static Set<Long> cells(Moc map) {
        Set<Long> cells = new HashSet<>();
        for (int order = 0; order <= ORDER; order++) {
            int shift = 2 * (ORDER - order);
            map.forEach(order, cell -> {
                for (long part = cell << shift; part < cell + 1 << shift; part++) {
                    assertThat(cells.add(part)).as("told once: %d", part).isTrue();
                }
            });
        }
        return cells;
    }

    private static Region region(Figure figure) {
        try {
            return figure.region();
        } catch (RegionProblem e) {
            throw new AssertionError(figure.toString(), e);
        }
    }
}
