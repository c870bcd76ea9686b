package org.lenticular.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of text that archives write is read; what is no region is refused with the reason. */
class RegionTextTest {

    private static Region parse(String text) throws RegionProblem {
        return RegionText.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON ICRS 10 10 12 10 12 12 10 12",
                "Polygon ICRS 10 10 12 10 12 12 10 12",
                "polygon 10 10 12 10 12 12 10 12",
                "10 10 12 10 12 12 10 12",
                "POLYGON 10 10 12 10 12 12 10 12 10 10",
                "POLYGON J2000 10 10 12 10 12 12 10 12",
                "POLYGON FK5 TOPOCENTER SPHERICAL2 10 10 12 10 12 12 10 12",
                "POLYGON ICRS UNKNOWNREFPOS 10 10 12 10 12 12 10 12",
                "POLYGON ICRS 10 12 12 12 12 10 10 10",
                "POLYGON('ICRS', 10, 10, 12, 10, 12, 12, 10, 12)",
                "POLYGON ICRS ((10 10), (12 10), (12 12), (10 12), (10 10))",
                "  polygon\ticrs  +10. 1e1 12 1.0E+1 12 12 370 12 ",
                "UNION ICRS (POLYGON 10 10 12 10 12 12 10 12)",
                "POLYGON ICRS 10 10 12 10 12 12 10 12 unit deg"
            })
    void onePolygonInManyHands(String text) throws RegionProblem {
        Region region = parse(text);
        assertThat(region).isInstanceOf(Poly.class);
        assertThat(Relation.covers(region, Poly.of(10, 10, 12, 10, 12, 12, 10, 12)))
                .isTrue();
        assertThat(Relation.covers(Poly.of(10, 10, 12, 10, 12, 12, 10, 12), region))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CIRCLE ICRS 12 34 0.5",
                "circle 12 34 0.5",
                "12 34 0.5",
                "Circle ICRS GEOCENTER 12 34 0.5",
                "CIRCLE(12, 34, 0.5)",
                "CIRCLE ICRS fillfactor 1.0 12 34 .5",
            })
    void oneCircleInManyHands(String text) throws RegionProblem {
        assertThat(parse(text)).isEqualTo(Cap.of(12, 34, 0.5));
    }

    @Test
    void positionsBoxesAndRanges() throws RegionProblem {
        assertThat(parse("POSITION ICRS 12 34")).isEqualTo(Spot.of(12, 34));
        assertThat(parse("12 34")).isEqualTo(Spot.of(12, 34));
        assertThat(parse("BOX ICRS 11 11 2 2")).isEqualTo(Poly.of(10, 10, 12, 10, 12, 12, 10, 12));
        assertThat(parse("range 350 10 -Inf 5")).isEqualTo(Rect.of(350, 10, -90, 5));
        assertThat(RegionText.range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1, 2))
                .isEqualTo(Rect.of(0, 360, 1, 2));
    }

    @Test
    void shapesOneAfterTheOtherAreTheirUnion() throws RegionProblem {
        Region region = parse("POLYGON ICRS 0 0 1 0 0 1 POLYGON ICRS 10 0 11 0 10 1 CIRCLE 20 0 1");
        assertThat(((Union) region).parts()).hasSize(3);
        assertThat(region.contains(Spot.of(10.1, 0.1).centre())).isTrue();
        assertThat(region.contains(Spot.of(5, 0.1).centre())).isFalse();
    }

    @Test
    void notTakesFromWhatPrecedesIt() throws RegionProblem {
        Region region = parse("Circle ICRS 10 0 5 Circle 30 0 5 Not (Circle 10 0 2) Not Circle 30 0 1 Circle 10 0 1");
        for (double in : new double[] {10, 10.9, 12.1, 28, 34}) {
            assertThat(region.contains(Spot.of(in, 0).centre())).as("%s", in).isTrue();
        }
        for (double out : new double[] {11.5, 8.5, 30, 30.9, 20}) {
            assertThat(region.contains(Spot.of(out, 0).centre())).as("%s", out).isFalse();
        }
    }

    @Test
    void setOperatorsTakeWholeShapes() throws RegionProblem {
        Region region = parse("INTERSECTION ICRS (UNION (CIRCLE 0 0 2 CIRCLE 10 0 2) CIRCLE 10 0 1)");
        assertThat(region.contains(Spot.of(10, 0).centre())).isTrue();
        assertThat(region.contains(Spot.of(0, 0).centre())).isFalse();
        Region ring = parse("DIFFERENCE ICRS (CIRCLE 0 0 2 CIRCLE 0 0 1)");
        assertThat(ring).isEqualTo(new Difference(Cap.of(0, 0, 2), Cap.of(0, 0, 1)));
    }

    /** The Galactic centre and pole by Reid and Brunthaler; the ecliptic pole by the obliquity itself. */
    @Test
    void otherFramesAreTurned() throws RegionProblem {
        Cap centre = (Cap) parse("CIRCLE GALACTIC 0 0 0.5");
        assertThat(Relation.covers(Cap.of(266.40499, -28.93617, 1e-4), new Spot(centre.centre())))
                .isTrue();
        Spot pole = (Spot) parse("POSITION GALACTIC 0 90");
        assertThat(Relation.covers(Cap.of(192.85948, 27.12825, 1e-4), pole)).isTrue();
        Spot ecliptic = (Spot) parse("POSITION ECLIPTIC 0 90");
        assertThat(Relation.covers(Cap.of(270, 66.5607, 1e-3), ecliptic)).isTrue();
        assertThat(parse("POLYGON GALACTIC 0 0 1 0 0 1").contains(((Spot) parse("POSITION GALACTIC 0.2 0.2")).centre()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "NaN", "POLYGON ICRS NaN NaN NaN NaN NaN NaN", "CIRCLE ICRS 10 NaN 1", "UNION ICRS ()"
            })
    void nothingIsNoRegionAndNoProblem(String text) throws RegionProblem {
        assertThat(RegionText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON ICRS 10 10 12 10 10 10 | three different vertices",
                "POLYGON ICRS 10 10 12 10 | three different vertices",
                "POLYGON ICRS 0 0 10 10 10 0 0 10 | cross",
                "POLYGON ICRS 0 0 10 0 5 0 | cross",
                "POLYGON ICRS 0 0 180 0 90 45 | opposite",
                "POLYGON ICRS 0 0 120 0 240 0 | half the sky",
                "POLYGON ICRS 0 0 10 0 10 | two numbers a vertex",
                "POLYGON ICRS 0 0 10 91 10 0 | vertex 2: the latitude 91.0",
                "CIRCLE ICRS 0 0 | 3 numbers are needed, not 2",
                "CIRCLE ICRS 0 0 181 | radius 181.0",
                "CIRCLE ICRS 0 -91 1 | latitude -91.0",
                "CIRCLE ICRS 0 0 -1 | radius -1.0",
                "RANGE 0 1 5 4 | wrong order",
                "BOX 0 0 200 10 | width between 0 and 180",
                "POLYGON FK4 0 0 1 0 0 1 | FK4 are not converted, at character 9",
                "HEXAGON 1 2 3 | expected POLYGON, CIRCLE",
                "CIRCLE 1 2 3 HEXAGON | at character 14",
                "UNION ICRS (CIRCLE 1 2 3 | not closed, at character 25",
                "CIRCLE 1 2 3 ) | not opened, at character 14",
                "NOT (CIRCLE 1 2 3) | nothing stands before NOT",
                "UNION CIRCLE 1 2 3 | parentheses",
                "CIRCLE 1 2 3 unit rad | degrees only",
                "1 | two numbers a vertex",
                "CIRCLE (ICRS 1 2 3 | not closed"
            })
    void whatIsNoRegionIsRefusedWithTheReason(String text, String reason) {
        assertThatThrownBy(() -> RegionText.parse(text))
                .isInstanceOf(RegionProblem.class)
                .hasMessageContaining(reason);
    }

    @Test
    void manyParenthesesDoNotExhaustTheStack() {
        assertThatThrownBy(() -> RegionText.parse("UNION(".repeat(100_000)))
                .isInstanceOf(RegionProblem.class)
                .hasMessageContaining("too deeply");
        assertThatThrownBy(() -> RegionText.parse("(".repeat(100_000))).isInstanceOf(RegionProblem.class);
    }

    @Test
    void polygonsAreWrittenCounterClockwiseSeenFromInside() throws RegionProblem {
        // North is up and east to the left: from the upper right to the upper left, and down.
        String text = RegionText.format(Poly.of(10, 10, 12, 10, 12, 12, 10, 12));
        assertThat(text).isEqualTo("POLYGON ICRS 10 12 12 12 12 10 10 10");
        assertThat(RegionText.format(Poly.of(10, 12, 12, 12, 12, 10, 10, 10)))
                .isEqualTo("POLYGON ICRS 10 12 12 12 12 10 10 10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POSITION ICRS 12.5 -34",
                "CIRCLE ICRS 359.999999 -89.5 0.000277777778",
                "POLYGON ICRS 10 10 10 12 12 12 12 10",
                "RANGE ICRS 350 370 -10 90",
                "UNION ICRS (CIRCLE 1 2 3 POLYGON 10 10 10 12 12 12 12 10)",
                "DIFFERENCE ICRS (CIRCLE 1 2 3 UNION (CIRCLE 1 2 1 CIRCLE 2 3 1))",
                "INTERSECTION ICRS (CIRCLE 1 2 3 CIRCLE 1 2 1)"
            })
    void whatIsWrittenIsReadAgain(String text) throws RegionProblem {
        assertThat(RegionText.format(parse(text))).isEqualTo(text);
    }

    @Test
    void circlesFromNumbersAreChecked() throws RegionProblem {
        assertThat(RegionText.circle(1, 2, 3)).isEqualTo(Cap.of(1, 2, 3));
        assertThatThrownBy(() -> RegionText.circle(1, 2)).hasMessageContaining("3 numbers");
        assertThatThrownBy(() -> RegionText.circle(1, 2, 200)).hasMessageContaining("200.0");
        assertThatThrownBy(() -> RegionText.circle(Double.NaN, 2, 20)).hasMessageContaining("longitude");
    }
}
