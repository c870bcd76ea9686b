package org.lenticular.catalogue.facts;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;

/**
 * Puts images nearly in the order of their lower ends, and builds the tree of {@link SpanIndex} above them. Nearly is enough: each entry says what is
 * below it. So one pass counts, and one puts, into as many bins as a sample of the lower ends makes: no sort, whose memory would grow.
 */
final class SpanIndexWriter {
    /** Bins: so few images are in one of them that their order does not matter, up to some tens of millions. */
    private static final int SAMPLE = 1 << 16;

    private final GrowingFile file;
    private final long lows;
    private final long highs;
    private final long images;

    private SpanIndexWriter(GrowingFile file, long lows, long highs, long images) {
        this.file = file;
        this.lows = lows;
        this.highs = highs;
        this.images = images;
    }

    /**
     * @param head where the file's head tells of it
     * @param lows where the column of lower ends begins
     * @param highs where that of upper ends does
     */
    static void write(GrowingFile file, int head, long lows, long highs, long images) throws IOException {
        SpanIndexWriter writer = new SpanIndexWriter(file, lows, highs, images);
        double[] bounds = writer.sample();
        long[] places = new long[bounds.length + 2];
        for (long image = 0; image < images; image++) {
            if (writer.isKnown(image)) {
                places[bin(bounds, writer.low(image)) + 1]++;
            }
            heedInterruption(image);
        }
        Arrays.parallelPrefix(places, Long::sum);
        SpanLayout layout = SpanLayout.of(places[places.length - 1]);
        long start = file.grow(layout.bytes());
        for (long image = 0; image < images; image++) {
            if (writer.isKnown(image)) {
                long entry = layout.entry(start, places[bin(bounds, writer.low(image))]++);
                file.putDouble(entry, writer.low(image));
                file.putDouble(entry + 8, writer.high(image));
                file.putLong(entry + 16, image);
            }
            heedInterruption(image);
        }
        writer.raise(layout, start);
        file.putLong(head, start);
        file.putLong(head + 8, layout.count());
    }

    private static void heedInterruption(long image) throws IOException {
        if (image % 100_000 == 0 && Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
    }

    private double low(long image) {
        return file.getDouble(lows + image * Double.BYTES);
    }

    private double high(long image) {
        return file.getDouble(highs + image * Double.BYTES);
    }

    private boolean isKnown(long image) {
        return !Double.isNaN(low(image)) && !Double.isNaN(high(image));
    }

    /** Lower ends from all over, in order. */
    private double[] sample() {
        long step = Math.max(1, images / SAMPLE);
        double[] sample = new double[(int) (images / step) + 1];
        int size = 0;
        for (long image = 0; image < images; image += step) {
            if (isKnown(image)) {
                sample[size++] = low(image);
            }
        }
        double[] bounds = Arrays.copyOf(sample, size);
        Arrays.sort(bounds);
        return bounds;
    }

    private static int bin(double[] bounds, double low) {
        int place = Arrays.binarySearch(bounds, low);
        return place < 0 ? -place - 1 : place;
    }

    private void raise(SpanLayout layout, long start) {
        for (int level = 1; level < layout.levels(); level++) {
            for (long node = 0; node < layout.counts()[level]; node++) {
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                long end = Math.min((node + 1) * SpanLayout.FAN, layout.counts()[level - 1]);
                for (long child = node * SpanLayout.FAN; child < end; child++) {
                    long at = layout.at(start, level - 1, child);
                    low = Math.min(low, file.getDouble(at));
                    high = Math.max(high, file.getDouble(at + 8));
                }
                file.putDouble(layout.at(start, level, node), low);
                file.putDouble(layout.at(start, level, node) + 8, high);
            }
        }
    }
}
