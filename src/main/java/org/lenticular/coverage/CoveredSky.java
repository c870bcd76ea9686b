package org.lenticular.coverage;

import org.lenticular.sky.Region;
import org.lenticular.sky.Union;

/**
 * Gathers the cells that footprints touch: all of them, and no others that are farther from every footprint than a fifteenth of a cell's radius (than a
 * thousandth, some hundred cells away from the poles). What it holds does not grow with the number of footprints. Not thread-safe.
 */
public final class CoveredSky {
    private final int order;
    private final CellSet cells;

    /**
     * Nothing yet.
     *
     * @param order of the smallest cells, 0 to {@link Moc#FINEST}
     */
    public CoveredSky(int order) {
        this.order = Moc.requireOrder(order);
        this.cells = new CellSet(Math.max(order, CellSet.COARSEST));
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

    /** @param cellOrder of a cell that is larger than the smallest */
    private void add(Touch touch, int cellOrder, long cell) {
        if (cells.holds(cellOrder, cell)) {
            return;
        }
        switch (touch.side(Healpix.centre(cellOrder, cell), Healpix.radius(cellOrder))) {
            case OUTSIDE -> {}
            case INSIDE -> cells.add(cellOrder, cell);
            case UNKNOWN -> {
                if (cellOrder + 1 == cells.order()) {
                    addSmallest(touch, cellOrder, cell);
                } else {
                    for (long part = 4 * cell; part < 4 * cell + 4; part++) {
                        add(touch, cellOrder + 1, part);
                    }
                }
            }
        }
    }

    private void addSmallest(Touch touch, int cellOrder, long cell) {
        CellShape[] parts = CellShape.parts(cellOrder, cell);
        for (int i = 0; i < parts.length; i++) {
            long part = 4 * cell + i;
            if (!cells.holds(cellOrder + 1, part) && touch.touches(parts[i])) {
                cells.add(cellOrder + 1, part);
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
