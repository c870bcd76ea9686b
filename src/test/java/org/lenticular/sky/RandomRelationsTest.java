package org.lenticular.sky;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The program and an independent judge say the same of a hundred thousand drawn pairs: all kinds with all kinds,
 * at the poles, across the seam, tiny and huge. Each pair is asked two questions, and its boxes a third.
 */
class RandomRelationsTest {

    /** {@code -Dlenticular.test.figures=5000} is thorough. */
    private static final int PER_PAIR = Integer.getInteger("lenticular.test.figures", 1021);

    static Object[][] pairs() {
        return Figures.pairs().toArray(Object[][]::new);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource("pairs")
    void overlapsAndCoversAsTheJudgeSays(String one, String other) {
        AtomicInteger undecided = new AtomicInteger();
        LongAdder overlapping = new LongAdder();
        IntStream.range(0, PER_PAIR).parallel().forEach(i -> {
            long seed = 1_000_003L * (one + "/" + other).hashCode() + i;
            Figures figures = new Figures(new Random(seed));
            Figure a = figures.draw(one);
            Figure b = figures.draw(other);
            Judge.Verdict meets = Judge.overlaps(a, b);
            Judge.Verdict holds = Judge.covers(a, b);
            Region first = region(a);
            Region second = region(b);
            String story = "seed %d: %s and %s".formatted(seed, a, b);
            boolean overlaps = Relation.overlaps(first, second);
            agree(meets, overlaps, "overlaps, " + story, undecided);
            agree(meets, Relation.overlaps(second, first), "overlaps the other way, " + story, new AtomicInteger());
            agree(holds, Relation.covers(first, second), "covers, " + story, undecided);
            if (overlaps) {
                overlapping.increment();
                assertThat(Box.of(first).intersects(Box.of(second)))
                        .as("boxes, " + story)
                        .isTrue();
            }
        });
        // What is drawn around one centre may touch: points, lines, quarters of the sky that meet at a pole.
        assertThat(undecided.get()).as("undecided of %d", 2 * PER_PAIR).isLessThan(PER_PAIR / 20);
        boolean points = one.equals("dot") && other.equals("dot");
        assertThat(overlapping.intValue()).as("overlapping").isBetween(points ? 1 : PER_PAIR / 5, PER_PAIR * 49 / 50);
    }

    private static void agree(Judge.Verdict verdict, boolean answer, String story, AtomicInteger undecided) {
        if (verdict == Judge.Verdict.UNDECIDED) {
            undecided.incrementAndGet();
        } else {
            assertThat(answer).as(story).isEqualTo(verdict == Judge.Verdict.YES);
        }
    }

    private static Region region(Figure figure) {
        try {
            return figure.region();
        } catch (RegionProblem e) {
            throw new AssertionError(figure.toString(), e);
        }
    }
}
