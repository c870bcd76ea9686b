package org.lenticular.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the cells of a row as BINARY2 (VOTable 1.4 §5.4) and hands the row on when it is whole: a bit for each column that says whether its cell
 * is null, the first column's the highest, then the values, big-endian. A cell that is no value of its column's type is null.
 */
final class BinaryRow implements Cells {
    private static final byte[] NONE = new byte[0];

    private final BinaryColumn[] columns;
    private final int flags;
    private final Utf8Buffer rows;
    private ByteBuffer row = ByteBuffer.allocate(4096);
    private int column;

    BinaryRow(List<Column> columns, Utf8Buffer rows) {
        this.columns = columns.stream().map(BinaryColumn::of).toArray(BinaryColumn[]::new);
        this.flags = (columns.size() + 7) / 8;
        this.rows = rows;
        row.position(flags);
    }

    @Override
    public void encoded(byte[] bytes, int offset, int length, boolean plain) {
        BinaryColumn type = columns[column];
        // An array of single digits grows the most: a digit and a blank become eight bytes.
        ensure(type.leastSize() + 4 * length + 16);
        int start = row.position();
        if (length == 0 || !isWritten(type, bytes, offset, length, plain)) {
            row.position(start);
            type.writeNull(row);
            row.put(column >> 3, (byte) (row.get(column >> 3) | 0x80 >> (column & 7)));
        }
        if (++column == columns.length) {
            rows.add(row.array(), 0, row.position());
            Arrays.fill(row.array(), 0, flags, (byte) 0);
            row.position(flags);
            column = 0;
        }
    }

    @Override
    public void text(@Nullable String value) {
        byte[] utf8 = value == null ? NONE : value.getBytes(StandardCharsets.UTF_8);
        encoded(utf8, 0, utf8.length, false);
    }

    private boolean isWritten(BinaryColumn type, byte[] bytes, int offset, int length, boolean plain) {
        if (type.datatype().isText()) {
            return type.writeText(row, bytes, offset, length, plain);
        }
        try {
            return type.writeValues(row, bytes, offset, length);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void ensure(int more) {
        if (row.remaining() < more) {
            row = ByteBuffer.wrap(Arrays.copyOf(row.array(), Math.max(row.position() + more, row.capacity() * 2)))
                    .position(row.position());
        }
    }
}
