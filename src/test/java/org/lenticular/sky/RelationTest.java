package org.lenticular.sky;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The places and shapes at which planar geometry, and hasty spherical geometry, goes wrong. */
class RelationTest {

    private static final double ARCSECOND = 1 / 3600.0;

    private static void meet(Region a, Region b) {
        assertThat(Relation.overlaps(a, b)).as("%s and %s", a, b).isTrue();
        assertThat(Relation.overlaps(b, a)).as("%s and %s", b, a).isTrue();
        assertThat(Box.of(a).intersects(Box.of(b)))
                .as("boxes of %s and %s", a, b)
                .isTrue();
    }

    private static void miss(Region a, Region b) {
        assertThat(Relation.overlaps(a, b)).as("%s and %s", a, b).isFalse();
        assertThat(Relation.overlaps(b, a)).as("%s and %s", b, a).isFalse();
    }

    private static void hold(Region outer, Region inner) {
        assertThat(Relation.covers(outer, inner))
                .as("%s covers %s", outer, inner)
                .isTrue();
        meet(outer, inner);
    }

    private static void holdNot(Region outer, Region inner) {
        assertThat(Relation.covers(outer, inner))
                .as("%s covers %s", outer, inner)
                .isFalse();
    }

    private static Poly poly(double... lonLat) {
        try {
            return Poly.of(lonLat);
        } catch (RegionProblem e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFootprintAcrossTheSeamIsFoundFromBothSidesAndNotFromBehind() {
        Poly image = poly(359.5, -0.5, 0.5, -0.5, 0.5, 0.5, 359.5, 0.5);
        meet(image, Rect.around(359.6, 0, 0.2, 0.2));
        meet(image, Rect.around(0.4, 0, 0.2, 0.2));
        meet(image, Rect.of(350, 10, -1, 1));
        meet(image, Cap.of(359.9, 0, 0.01));
        meet(image, Rect.of(0, 0, -1, 1));
        miss(image, Rect.of(10, 350, -1, 1));
        miss(Rect.of(350, 10, -1, 1), Spot.of(180, 0));
        miss(image, Spot.of(180, 0));
        hold(Rect.of(359, 1, -1, 1), image);
        holdNot(Rect.of(1, 359, -1, 1), image);
    }

    @Test
    void bothPolesLieInThePolygonsAroundThem() {
        for (int sign : new int[] {1, -1}) {
            Poly cap = poly(0, 85 * sign, 90, 85 * sign, 180, 85 * sign, 270, 85 * sign);
            hold(cap, Spot.of(123, 90 * sign));
            meet(cap, Rect.around(77, 89 * sign, 0.1, 0.1));
            miss(cap, Spot.of(10, -90 * sign));
            miss(cap, Spot.of(45, 85 * sign));
            hold(Cap.of(0, 90 * sign, 5.1), cap);
            assertThat(Box.of(cap).intersects(Box.of(Spot.of(0, 90 * sign)))).isTrue();
        }
    }

    @Test
    void aRectangleThatReachesThePoleHasAllRightAscensions() {
        Region atPole = Rect.around(10, 89.9, 0.3, 0.3);
        meet(atPole, Spot.of(190, 89.8));
        meet(atPole, Spot.of(10, 89.8));
        miss(atPole, Spot.of(10, 89.7));
        Region below = Rect.around(10, 89, 0.3, 0.3);
        miss(below, Spot.of(190, 89));
    }

    @Test
    void theWidthOfSia1IsMeasuredAlongTheSky() {
        Region region = Rect.around(100, 60, 1, 1);
        meet(region, Spot.of(100.999, 60));
        miss(region, Spot.of(101.001, 60));
        meet(region, Spot.of(100.999, 59.5));
        miss(region, Spot.of(100, 60.501));
        meet(Rect.around(100, 80, 63, 1), Spot.of(280, 80));
        miss(Rect.around(100, 80, 62, 1), Spot.of(280, 80));
        assertThat(Rect.around(10, 20, 0, 0)).isEqualTo(Spot.of(10, 20));
    }

    @Test
    void aPolygonIsTheSmallerPartWhicheverWayRound() {
        Poly one = poly(10, 10, 12, 10, 12, 12, 10, 12);
        Poly other = poly(10, 12, 12, 12, 12, 10, 10, 10);
        for (Poly image : List.of(one, other)) {
            meet(image, Spot.of(11, 11));
            miss(image, Spot.of(13, 11));
            miss(image, Spot.of(191, -11));
        }
        hold(one, other);
        hold(other, one);
    }

    @Test
    void theNotchOfAConcavePolygonIsOutside() {
        Poly arrow = poly(0, 0, 10, 5, 0, 10, 3, 5);
        assertThat(arrow.isConvex()).isFalse();
        meet(arrow, Spot.of(5, 5));
        miss(arrow, Spot.of(1, 5));
        miss(arrow, Cap.of(1, 5, 0.5));
        meet(arrow, Cap.of(1, 5, 2));
        holdNot(arrow, poly(4, 3, 4, 7, 0.5, 9.5));
    }

    @Test
    void edgesBulgeAlongGreatCircles() {
        Poly wide = poly(0, 40, 80, 40, 80, 60, 0, 60);
        miss(wide, Spot.of(40, 45));
        meet(wide, Spot.of(40, 65));
        Region band = Rect.of(0, 80, 40, 60);
        meet(band, Spot.of(40, 45));
        miss(band, Spot.of(40, 65));
        holdNot(band, wide);
    }

    @Test
    void anArcsecondIsBigEnough() {
        double x = 210.8;
        double y = 54.3;
        Poly tiny = poly(x, y, x + ARCSECOND, y, x + ARCSECOND, y + ARCSECOND, x, y + ARCSECOND);
        meet(tiny, Spot.of(x + ARCSECOND / 2, y + ARCSECOND / 2));
        miss(tiny, Spot.of(x + 1.001 * ARCSECOND, y + ARCSECOND / 2));
        meet(tiny, Cap.of(x + ARCSECOND / 2, y + 2 * ARCSECOND, 1.001 * ARCSECOND));
        miss(tiny, Cap.of(x + ARCSECOND / 2, y + 2 * ARCSECOND, 0.999 * ARCSECOND));
        hold(Cap.of(x, y, 2 * ARCSECOND), tiny);
        holdNot(Cap.of(x, y, ARCSECOND), tiny);
    }

    @Test
    void aFootprintOf80By100DegreesIsNoTrouble() {
        Poly huge = poly(0, -40, 100, -40, 100, 40, 0, 40);
        meet(huge, Spot.of(50, 0));
        meet(huge, Spot.of(50, 50));
        miss(huge, Spot.of(230, 0));
        hold(huge, Rect.of(10, 90, -30, 30));
        hold(Cap.of(50, 0, 90), huge);
        holdNot(Cap.of(50, 0, 50), huge);
    }

    @Test
    void crossesWithoutACornerInEitherOverlap() {
        Poly tall = poly(9, 0, 11, 0, 11, 20, 9, 20);
        Poly flat = poly(0, 9, 20, 9, 20, 11, 0, 11);
        meet(tall, flat);
        meet(tall, Rect.of(0, 20, 5, 6));
        meet(Rect.of(9, 11, 0, 20), Rect.of(0, 20, 5, 6));
        holdNot(tall, flat);
    }

    @Test
    void touchingIsOverlapping() {
        Poly left = poly(0, 0, 1, 0, 1, 1, 0, 1);
        meet(left, poly(1, 0, 2, 0, 2, 1, 1, 1));
        meet(left, poly(1, 1, 2, 1, 2, 2, 1, 2));
        meet(left, Spot.of(1, 0.5));
        meet(left, Rect.of(1, 2, 0, 1));
        meet(Cap.of(0, 0, 1), Cap.of(3, 0, 2));
        meet(Rect.of(0, 10, 20, 30), Rect.of(10, 20, 30, 40));
        miss(Rect.of(0, 10, 20, 30), Rect.of(10.000001, 20, 30, 40));
        miss(Cap.of(0, 0, 1), Cap.of(3.000001, 0, 2));
        hold(left, poly(0, 0, 1, 0, 1, 1));
    }

    @Test
    void pointsAndLinesAreRegionsToo() {
        Region line = Rect.of(20, 20, -10, 10);
        meet(line, Spot.of(20, 5));
        miss(line, Spot.of(200, -5));
        miss(line, Spot.of(20, 11));
        miss(Rect.of(20, 20.00000000001, -10, 10), poly(200, 5, 200, 15, 205, 10));
        meet(line, Cap.of(21, 0, 1));
        miss(line, Cap.of(21, 0, 0.99));
        meet(line, poly(19, -1, 21, -1, 20, 1));
        hold(Rect.of(19, 21, -10, 10), line);
        hold(line, Rect.of(20, 20, -1, 1));
        holdNot(line, Cap.of(20, 0, 0.1));
        hold(Cap.of(5, 5, 0), Spot.of(5, 5));
        hold(Spot.of(5, 5), Cap.of(5, 5, 0));
        holdNot(Spot.of(5, 5), Cap.of(5, 5, 1));
    }

    @Test
    void theWholeSkyHoldsAllAndTheBandHasTwoEdges() {
        Region sky = Rect.of(0, 360, -90, 90);
        Region ball = Cap.of(1, 2, 180);
        hold(sky, ball);
        hold(ball, sky);
        hold(sky, poly(0, 0, 10, 0, 5, 10));
        holdNot(poly(0, 0, 10, 0, 5, 10), sky);
        Region band = Rect.of(0, 360, -10, 10);
        meet(band, Cap.of(0, 90, 81));
        miss(band, Cap.of(0, 90, 79));
        holdNot(Cap.of(0, 90, 100), Rect.of(0, 360, -20, 20));
        hold(Cap.of(0, 90, 100), Rect.of(0, 360, -10, 90));
        holdNot(Cap.of(0, 0, 91), band);
        hold(Rect.of(0, 360, -90, 10), Cap.of(30, -90, 100));
    }

    @Test
    void aHoleIsTakenExactly() {
        Region ring = new Difference(Cap.of(50, 50, 10), poly(45, 45, 55, 45, 55, 55, 45, 55));
        miss(ring, Spot.of(50, 50));
        miss(ring, Cap.of(50, 50, 1));
        meet(ring, Spot.of(50, 59));
        meet(ring, Rect.around(50, 55, 1, 1));
        holdNot(ring, Cap.of(50, 50, 8));
        hold(ring, Cap.of(50, 58, 0.5));
        holdNot(Cap.of(50, 50, 9), ring);
        hold(Cap.of(50, 50, 10.1), ring);
        meet(ring, Spot.of(55, 50));
    }

    @Test
    void partsThatShareAnEdgeAreOneAsRegionAndAsHole() {
        Poly left = poly(0, 0, 1, 0, 1, 1, 0, 1);
        Poly right = poly(1, 0, 2, 0, 2, 1, 1, 1);
        Union both = new Union(List.of(left, right));
        hold(both, Cap.of(1, 0.5, 0.3));
        hold(both, poly(0.5, 0.2, 1.5, 0.2, 1.5, 0.8, 0.5, 0.8));
        holdNot(both, Cap.of(1, 1, 0.3));
        Region around = new Difference(Cap.of(1, 0.5, 5), both);
        miss(around, Cap.of(1, 0.5, 0.3));
        miss(around, Spot.of(1, 0.5));
    }

    @Test
    void anIntersectionMayBeEmpty() {
        Region none = new Intersection(List.of(Cap.of(0, 0, 1), Cap.of(10, 0, 1)));
        miss(none, Cap.of(0, 0, 20));
        Region lens = new Intersection(List.of(Cap.of(0, 0, 6), Cap.of(10, 0, 6)));
        meet(lens, Spot.of(5, 0));
        miss(lens, Cap.of(0, 0, 3));
        hold(Cap.of(5, 0, 4), lens);
    }
}
