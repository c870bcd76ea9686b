package org.lenticular.catalogue.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.packed.MappedFile;
import org.lenticular.query.Extent;
import org.lenticular.query.Interval;
import org.lenticular.query.Term;

/** What of the images of one load can be constrained. Thread-safe. */
public final class Facts {
    private final MappedFile file;
    private final long images;
    private final FactColumn[] columns = new FactColumn[FactColumns.COUNT];

    private Facts(MappedFile file, long images) {
        this.file = file;
        this.images = images;
        for (int column = 0; column < columns.length; column++) {
            columns[column] = new FactColumn(file, column, images);
        }
    }

    /** @throws IOException where it is no such file, or not whole */
    public static Facts open(Path path) throws IOException {
        MappedFile file = MappedFile.open(path);
        if (file.length() < FactsLayout.HEAD || file.getLong(0) != FactsLayout.MAGIC) {
            throw new IOException(path.getFileName() + " holds no facts of this version");
        }
        long images = file.getLong(FactsLayout.IMAGES);
        if (file.getLong(FactsLayout.LENGTH) != file.length() || images < 0) {
            throw new IOException(path.getFileName() + " is not as long as it was written");
        }
        return new Facts(file, images);
    }

    /** How many images it tells of. */
    public long count() {
        return images;
    }

    /** Met by the images whose range overlaps one of these. */
    public FactTest overlap(Extent extent, List<Interval> anyOf) {
        FactColumn low = columns[FactColumns.low(extent)];
        FactColumn high = columns[FactColumns.high(extent)];
        return low.isEmpty() || high.isEmpty()
                ? FactTest.NONE
                : new OverlapTest(low, high, new Spans(anyOf), index(extent));
    }

    private OverlapTest.@Nullable Index index(Extent extent) {
        int index = FactsLayout.INDEXED.indexOf(extent);
        long start = index < 0 ? 0 : file.getLong(FactsLayout.index(index));
        return start == 0
                ? null
                : (wanted, found, stop) ->
                        SpanIndex.find(file, start, file.getLong(FactsLayout.index(index) + 8), wanted, found, stop);
    }

    /**
     * Met by the images that have one of these words.
     *
     * @param term but not {@link Term#ID} or {@link Term#POL}
     * @param words their numbers in the dictionary, in order
     */
    public FactTest oneOf(Term term, int[] words) {
        FactColumn column = columns[FactColumns.of(term)];
        if (column.isEmpty() || words.length == 0) {
            return FactTest.NONE;
        }
        long start = term == Term.TARGET ? file.getLong(FactsLayout.targets()) : 0;
        return new WordTest(
                column,
                words,
                start == 0 ? null : new WordTest.Index(file, start, file.getLong(FactsLayout.targets() + 8)));
    }

    /** Met by the images that have one of these states of polarization, as {@link org.lenticular.query.PolStates} has them. */
    public FactTest anyState(int bits) {
        FactColumn column = columns[FactColumns.of(Term.POL)];
        return column.isEmpty() || bits == 0 ? FactTest.NONE : new StatesTest(column, bits);
    }
}
