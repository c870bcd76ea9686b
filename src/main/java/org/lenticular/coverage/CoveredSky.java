package org.lenticular.coverage;

import com.google.common.geometry.S2Point;
import org.lenticular.sky.Region;
import org.lenticular.sky.Union;

/**
 * Gathers the cells that footprints touch: all of them, and no others that are farther from every footprint than a fifteenth of a cell's radius (than a
 * thousandth, some hundred cells away from the poles). What it holds does not grow with the number of footprints. Not thread-safe.
 */
public final class CoveredSky {
    private final int order;
    private final CellSet cells;
    private final double[] radii;

    /**
     * Nothing yet.
     *
     * @param order of the smallest cells, 0 to {@link Moc#FINEST}
     */
    public CoveredSky(int order) {
        this.order = Moc.requireOrder(order);
        this.cells = new CellSet(Math.max(order, CellSet.COARSEST));
        this.radii = new double[cells.order() + 1];
        for (int i = 0; i < radii.length; i++) {
            // What is computed here may be so much off.
            radii[i] = Healpix.radius(i) * (1 + 1e-9);
        }
    }

    /** Adds what a footprint touches. */
    public void add(Region footprint) {
        if (footprint instanceof Union union) {
            union.parts().forEach(this::add);
            return;
        }
        Touch touch = Touch.of(footprint);
        for (long cell = 0; cell < Healpix.cells(0); cell++) {
            add(touch, 0, cell);
        }
    }

    private void add(Touch touch, int cellOrder, long cell) {
        if (cells.holds(cellOrder, cell)) {
            return;
        }
        S2Point centre = Healpix.centre(cellOrder, cell);
        Touch.Side side = touch.side(centre, radii[cellOrder]);
        if (side == Touch.Side.OUTSIDE) {
            return;
        }
        boolean smallest = cellOrder == cells.order();
        if (side == Touch.Side.INSIDE || smallest && touch.touches(CellShape.of(cellOrder, cell, centre))) {
            cells.add(cellOrder, cell);
        } else if (!smallest) {
            for (long part = 4 * cell; part < 4 * cell + 4; part++) {
                add(touch, cellOrder + 1, part);
            }
        }
    }

    /**
     * Adds all that a map covers.
     *
     * @param map of the same order or a finer one
     */
    public void add(Moc map) {
        map.addTo(cells, order);
    }

    /** The map of what was added; nothing may be added any more. */
    public Moc map() {
        cells.coarsen(order);
        return new Moc(order, cells);
    }
}
