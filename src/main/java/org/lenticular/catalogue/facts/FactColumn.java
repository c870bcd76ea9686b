package org.lenticular.catalogue.facts;

import org.lenticular.catalogue.packed.MappedFile;

/** A column of a file, for reading. Thread-safe. */
final class FactColumn {
    private final MappedFile file;
    private final long start;
    private final long zones;
    private final long nulls;
    private final double least;
    private final double most;

    FactColumn(MappedFile file, int column, long images) {
        int head = FactsLayout.column(column);
        this.file = file;
        this.start = file.getLong(head);
        this.zones = start + FactsLayout.zones(column, images);
        this.nulls = file.getLong(head + 8);
        this.least = file.getDouble(head + 16);
        this.most = file.getDouble(head + 24);
    }

    /** Whether every value is null: nothing else may be asked then. */
    boolean isEmpty() {
        return start == 0;
    }

    boolean hasNulls() {
        return nulls > 0;
    }

    /** NaN for null. */
    double number(long image) {
        return file.getDouble(start + image * Double.BYTES);
    }

    /** 0 for null. */
    int word(long image) {
        return file.getInt(start + image * Integer.BYTES);
    }

    /** More than {@link #most(long)} where there is nothing but nulls. */
    double least(long block) {
        return file.getDouble(zones + block * 2 * Double.BYTES);
    }

    double most(long block) {
        return file.getDouble(zones + block * 2 * Double.BYTES + Double.BYTES);
    }

    /** Of all. */
    double least() {
        return least;
    }

    double most() {
        return most;
    }
}
