package org.lenticular.catalogue.facts;

/** Writes one column, value by value, and what is least and most in each block and in all. */
final class ColumnWriter {
    private final GrowingFile file;
    private final int column;
    private final long start;
    private final long zones;
    private long written;
    private long nulls;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double leastOfAll = Double.POSITIVE_INFINITY;
    private double mostOfAll = Double.NEGATIVE_INFINITY;

    /** @param start where it begins */
    ColumnWriter(GrowingFile file, int column, long start, long images) {
        this.file = file;
        this.column = column;
        this.start = start;
        this.zones = start + FactsLayout.zones(column, images);
    }

    /** @param number NaN for null */
    void add(double number) {
        file.putDouble(start + written * Double.BYTES, number);
        count(number, Double.isNaN(number));
    }

    /** @param word 0 for null */
    void add(int word) {
        file.putInt(start + written * Integer.BYTES, word);
        count(word, word == 0);
    }

    private void count(double value, boolean isNull) {
        if (isNull) {
            nulls++;
        } else {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        written++;
        if (written % FactsLayout.BLOCK == 0) {
            endBlock((written - 1) / FactsLayout.BLOCK);
        }
    }

    private void endBlock(long block) {
        file.putDouble(zones + block * 2 * Double.BYTES, least);
        file.putDouble(zones + block * 2 * Double.BYTES + Double.BYTES, most);
        leastOfAll = Math.min(leastOfAll, least);
        mostOfAll = Math.max(mostOfAll, most);
        least = Double.POSITIVE_INFINITY;
        most = Double.NEGATIVE_INFINITY;
    }

    /** Writes what is left, and into the head what is known of it. */
    void finish() {
        if (written % FactsLayout.BLOCK != 0) {
            endBlock(written / FactsLayout.BLOCK);
        }
        int head = FactsLayout.column(column);
        file.putLong(head, nulls == written ? 0 : start);
        file.putLong(head + 8, nulls);
        file.putDouble(head + 16, leastOfAll);
        file.putDouble(head + 24, mostOfAll);
    }

    long start() {
        return start;
    }

    /** How many values are not null. */
    long values() {
        return written - nulls;
    }
}
