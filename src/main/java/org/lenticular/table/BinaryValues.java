package org.lenticular.table;

import java.io.DataInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads back what {@link BinaryColumn} wrote, as Java's own types: a text as a String, several values as an array of primitives. */
final class BinaryValues {
    private final BinaryColumn column;
    private final boolean single;

    BinaryValues(Column column) {
        this.column = BinaryColumn.of(column);
        this.single = column.arraysize() == null;
    }

    /** The class of its values. */
    Class<?> type() {
        return switch (column.datatype()) {
            case BOOLEAN -> single ? Boolean.class : boolean[].class;
            case SHORT -> single ? Short.class : short[].class;
            case INT -> single ? Integer.class : int[].class;
            case LONG -> single ? Long.class : long[].class;
            case FLOAT -> single ? Float.class : float[].class;
            case DOUBLE -> single ? Double.class : double[].class;
            case CHAR, UNICODE_CHAR -> String.class;
        };
    }

    /** The dimensions of an array, the fastest first, the last -1 where it varies; for a single value of no meaning. */
    static int[] shape(Column column) {
        String size = column.arraysize();
        return size == null
                ? new int[] {1}
                : Arrays.stream(size.split("x"))
                        .mapToInt(each -> each.endsWith("*") ? -1 : Integer.parseInt(each))
                        .toArray();
    }

    /** The next value, also where the row's flag says that it is none. */
    Object read(DataInput in) throws IOException {
        int count = column.count() == BinaryColumn.VARIES ? in.readInt() : column.count();
        return switch (column.datatype()) {
            case CHAR, UNICODE_CHAR -> text(in, count);
            default -> single ? value(in) : array(in, count);
        };
    }

    private String text(DataInput in, int count) throws IOException {
        boolean wide = column.datatype() == Datatype.UNICODE_CHAR;
        // In one go: character by character takes most of the time of a FITS table.
        byte[] bytes = new byte[wide ? count * Character.BYTES : count];
        in.readFully(bytes);
        String text = new String(bytes, wide ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private Object value(DataInput in) throws IOException {
        return switch (column.datatype()) {
            case BOOLEAN -> in.readByte() == 'T';
            case SHORT -> in.readShort();
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case FLOAT -> in.readFloat();
            case DOUBLE -> in.readDouble();
            case CHAR, UNICODE_CHAR -> throw new IllegalStateException("text is no value");
        };
    }

    private Object array(DataInput in, int count) throws IOException {
        Object array = java.lang.reflect.Array.newInstance(type().getComponentType(), count);
        for (int i = 0; i < count; i++) {
            java.lang.reflect.Array.set(array, i, value(in));
        }
        return array;
    }
}
