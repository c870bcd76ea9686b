package org.lenticular.catalogue.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenticular.query.Extent;
import org.lenticular.query.Interval;
import org.lenticular.query.Term;

/** Writes a file of facts, image by image, in the order of the file of images. What it holds in memory does not grow with their number. */
public final class FactsWriter implements AutoCloseable {
    private final GrowingFile file;
    private final long images;
    private final @Nullable ColumnWriter[] columns = new ColumnWriter[FactColumns.COUNT];
    private final Map<Extent, Interval> extents = new EnumMap<>(Extent.class);
    private long written;

    private FactsWriter(GrowingFile file, long images) {
        this.file = file;
        this.images = images;
    }

    /**
     * @param images how many will come
     * @param roles the ObsCore names of which there are values
     */
    public static FactsWriter create(Path path, long images, Set<String> roles) throws IOException {
        GrowingFile file = new GrowingFile(path);
        try {
            FactsWriter writer = new FactsWriter(file, images);
            writer.prepare(roles);
            return writer;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void prepare(Set<String> roles) throws IOException {
        long[] starts = new long[columns.length];
        long end = FactsLayout.HEAD;
        for (int column = 0; column < columns.length; column++) {
            if (roles.contains(FactColumns.name(column))) {
                starts[column] = end;
                end += FactsLayout.bytes(column, images);
            }
        }
        file.grow(end);
        for (int column = 0; column < columns.length; column++) {
            columns[column] = starts[column] == 0 ? null : new ColumnWriter(file, column, starts[column], images);
        }
    }

    /**
     * Adds the next image's.
     *
     * @param numbers as {@link FactColumns#NUMBERS}; NaN for null
     * @param words as {@link FactColumns#WORDS}; 0 for null
     */
    public void add(double[] numbers, int[] words) throws IOException {
        if (written == images) {
            throw new IOException("more than " + images + " images came");
        }
        for (int i = 0; i < columns.length; i++) {
            ColumnWriter column = columns[i];
            if (column != null && i < numbers.length) {
                column.add(numbers[i]);
            } else if (column != null) {
                column.add(words[i - numbers.length]);
            }
        }
        for (Extent extent : Extent.values()) {
            widen(extent, numbers[FactColumns.low(extent)], numbers[FactColumns.high(extent)]);
        }
        written++;
    }

    private void widen(Extent extent, double low, double high) {
        if (!Double.isNaN(low) && !Double.isNaN(high)) {
            Interval before = extents.get(extent);
            double least = Math.min(low, high);
            double most = Math.max(low, high);
            if (before == null || least < before.low() || most > before.high()) {
                extents.put(
                        extent,
                        before == null
                                ? new Interval(least, most)
                                : new Interval(Math.min(least, before.low()), Math.max(most, before.high())));
            }
        }
    }

    /** Of what has been added, from the least to the greatest end; no entry where there is none. */
    public Map<Extent, Interval> extents() {
        return Map.copyOf(extents);
    }

    /**
     * Writes what is left, and the indexes, and sees to it that a machine that loses power keeps it.
     *
     * @param targets how many different ones there are: their numbers go from 1 to this
     */
    public void finish(int targets) throws IOException {
        if (written != images) {
            throw new IOException("of " + images + " images, " + written + " came");
        }
        for (ColumnWriter column : columns) {
            if (column != null) {
                column.finish();
            }
        }
        for (int i = 0; i < FactsLayout.INDEXED.size(); i++) {
            Extent extent = FactsLayout.INDEXED.get(i);
            ColumnWriter low = columns[FactColumns.low(extent)];
            ColumnWriter high = columns[FactColumns.high(extent)];
            if (low != null && high != null && low.values() > 0 && high.values() > 0) {
                SpanIndexWriter.write(file, FactsLayout.index(i), low.start(), high.start(), images);
            }
        }
        ColumnWriter target = columns[FactColumns.of(Term.TARGET)];
        if (target != null && target.values() > 0) {
            WordIndexWriter.write(file, target.start(), images, targets, target.values());
        }
        file.putLong(0, FactsLayout.MAGIC);
        file.putLong(FactsLayout.IMAGES, images);
        file.putLong(FactsLayout.LENGTH, file.length());
        file.force();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
