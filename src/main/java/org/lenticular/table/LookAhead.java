package org.lenticular.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of which the first ones are known beforehand, for a form whose head depends on them. Holds no more than it was told to. */
final class LookAhead implements Rows {
    private final Rows rows;
    private final List<List<String>> first = new ArrayList<>();
    private Iterator<List<String>> left = Collections.emptyIterator();
    private @Nullable RuntimeException broken;
    private boolean ended;

    private LookAhead(Rows rows) {
        this.rows = rows;
    }

    /**
     * Reads the first rows.
     *
     * @param mostRows how many at the most
     * @param mostCharacters after so many, no further one
     */
    static LookAhead of(Rows rows, int mostRows, int mostCharacters) throws IOException {
        LookAhead ahead = new LookAhead(rows);
        int characters = 0;
        while (!ahead.ended && ahead.first.size() < mostRows && characters < mostCharacters) {
            List<String> row = new ArrayList<>();
            if (ahead.read(new Gathering(row))) {
                ahead.first.add(row);
                characters += row.stream().mapToInt(String::length).sum();
            }
        }
        ahead.left = ahead.first.iterator();
        return ahead;
    }

    /** The first rows; an empty cell is an empty text. */
    List<List<String>> first() {
        return Collections.unmodifiableList(first);
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        if (left.hasNext()) {
            for (String cell : left.next()) {
                cells.text(cell);
            }
            return true;
        }
        if (!ended) {
            return rows.next(cells);
        }
        if (broken != null) {
            throw broken;
        }
        return false;
    }

    /** Whether there is a further row; one that breaks off is told of when those before it are out. */
    private boolean read(Cells cells) throws IOException {
        try {
            ended = !rows.next(cells);
        } catch (RuntimeException e) {
            broken = e;
            ended = true;
        }
        return !ended;
    }

    @Override
    public boolean overflowed() {
        return rows.overflowed();
    }

    @Override
    public @Nullable String overflowMessage() {
        return rows.overflowMessage();
    }

    @Override
    public List<ServiceDescriptor> descriptors() {
        return rows.descriptors();
    }

    @Override
    public List<Info> infos() {
        return rows.infos();
    }

    /** Takes a row's cells as texts. */
    record Gathering(List<String> row) implements Cells {
        @Override
        public void encoded(byte[] bytes, int offset, int length, boolean plain) {
            row.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }

        @Override
        public void text(@Nullable String value) {
            row.add(value == null ? "" : value);
        }
    }
}
