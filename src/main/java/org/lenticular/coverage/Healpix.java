package org.lenticular.coverage;

import com.google.common.geometry.S2Point;

/** The division of the sphere into cells of equal area (Górski et al. 2005), by the nested scheme. */
public final class Healpix {
    private static final int[] ROWS = {2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4};
    private static final int[] COLUMNS = {1, 3, 5, 7, 0, 2, 4, 6, 1, 3, 5, 7};

    /** To each eighth of a turn, so many that all corners are on one. */
    private static final int STEPS = 1 << Moc.FINEST;

    /** To this order centres are kept: 16,380 in all. */
    private static final int KNOWN = 5;

    private static final double[] RADII = radii();

    private Healpix() {}

    /** How many cells there are of an order. */
    public static long cells(int order) {
        return 12L << 2 * order;
    }

    /** The area of a cell of an order, in square degrees. */
    public static double squareDegrees(int order) {
        double degree = Math.toDegrees(1);
        return 4 * Math.PI * degree * degree / cells(order);
    }

    /** The centre of a cell, a unit vector. */
    public static S2Point centre(int order, long cell) {
        return order <= KNOWN ? Centres.OF[order][(int) cell] : place(order, cell, 0.5, 0.5);
    }

    /** The centres of the largest cells, which are needed for every footprint. */
    private static final class Centres {
        static final S2Point[][] OF = new S2Point[KNOWN + 1][];

        static {
            for (int order = 0; order <= KNOWN; order++) {
                OF[order] = new S2Point[(int) cells(order)];
                for (int cell = 0; cell < OF[order].length; cell++) {
                    OF[order][cell] = place(order, cell, 0.5, 0.5);
                }
            }
        }
    }

    /**
     * A place of a cell, a unit vector.
     *
     * @param east from 0, the side in the south-west, to 1, that in the north-east
     * @param west from 0, the side in the south-east, to 1, that in the north-west
     */
    static S2Point place(int order, long cell, double east, double west) {
        long within = cell & (1L << 2 * order) - 1;
        double side = 1 << order;
        return onFace(
                (int) (cell >>> 2 * order), (evenBits(within) + east) / side, (evenBits(within >>> 1) + west) / side);
    }

    /** The place on one of the twelve largest cells. */
    private static S2Point onFace(int face, double x, double y) {
        double row = ROWS[face] - x - y;
        // Around the poles cells are measured from the pole, where height says little of the distance from it.
        boolean polar = row < 1 || row > 3;
        double fromPole = row < 1 ? row : 4 - row;
        double height = polar ? 1 - fromPole * fromPole / 3 : (2 - row) * 2 / 3;
        double z = row > 3 ? -height : height;
        double fromAxis =
                polar ? fromPole * Math.sqrt((2 - fromPole * fromPole / 3) / 3) : Math.sqrt((1 - z) * (1 + z));
        double turn = polar ? COLUMNS[face] + (fromPole == 0 ? 0 : (x - y) / fromPole) : COLUMNS[face] + x - y;
        double step = turn * STEPS;
        if (step == Math.rint(step)) {
            int index = (int) step & 8 * STEPS - 1;
            return new S2Point(fromAxis * Meridians.COSINES[index], fromAxis * Meridians.SINES[index], z);
        }
        double longitude = turn * Math.PI / 4;
        return new S2Point(fromAxis * Math.cos(longitude), fromAxis * Math.sin(longitude), z);
    }

    /** The longitudes of corners and centres between the polar caps: there are few, and they are needed for every footprint. */
    private static final class Meridians {
        static final double[] COSINES = new double[8 * STEPS];
        static final double[] SINES = new double[8 * STEPS];

        static {
            for (int step = 0; step < 8 * STEPS; step++) {
                COSINES[step] = Math.cos(step * Math.PI / (4 * STEPS));
                SINES[step] = Math.sin(step * Math.PI / (4 * STEPS));
            }
        }
    }

    /** No place of a cell of an order is farther from its centre than this angle, in radians. */
    static double radius(int order) {
        return RADII[order];
    }

    private static double[] radii() {
        double[] radii = new double[Moc.FINEST + 1];
        for (int order = 0; order < radii.length; order++) {
            // The widest cells lie where the polar caps begin, at the middle of a face's side.
            double side = 1 << order;
            double above = (1 - 1 / side) * (1 - 1 / side);
            double height = 1 - above / 3;
            double axis = Math.sqrt((1 - height) * (1 + height));
            double along = Math.sqrt(1 - 4 / 9.0);
            double turn = Math.PI / 4 / side;
            double angle = Math.acos(Math.min(1, along * Math.cos(turn) * axis + height * 2 / 3));
            // What is computed here may be so much off.
            radii[order] = angle * (1 + 1e-9);
        }
        return radii;
    }

    /** Every second bit of a number, from the lowest on. */
    private static int evenBits(long number) {
        long bits = number & 0x5555555555555555L;
        bits = (bits | bits >>> 1) & 0x3333333333333333L;
        bits = (bits | bits >>> 2) & 0x0F0F0F0F0F0F0F0FL;
        bits = (bits | bits >>> 4) & 0x00FF00FF00FF00FFL;
        bits = (bits | bits >>> 8) & 0x0000FFFF0000FFFFL;
        return (int) (bits | bits >>> 16);
    }
}
