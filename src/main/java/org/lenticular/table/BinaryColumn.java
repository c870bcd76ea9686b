package org.lenticular.table;

import com.fasterxml.jackson.core.io.NumberInput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * How a column's cells, kept as text, become BINARY2 (VOTable 1.4 §2.1, §5.4).
 *
 * @param count elements of each cell; {@link #VARIES} where a cell tells its own, in four bytes before them
 */
record BinaryColumn(Datatype datatype, int count) {
    static final int VARIES = -1;

    static BinaryColumn of(Column column) {
        String size = column.arraysize();
        if (size == null) {
            return new BinaryColumn(column.type(), 1);
        } else if (size.endsWith("*")) {
            return new BinaryColumn(column.type(), VARIES);
        }
        int count = 1;
        for (String dimension : size.split("x")) {
            count = Math.multiplyExact(count, Integer.parseInt(dimension));
        }
        return new BinaryColumn(column.type(), count);
    }

    /** Bytes of a cell that is null. */
    int leastSize() {
        return count == VARIES ? Integer.BYTES : count * elementSize();
    }

    private int elementSize() {
        return switch (datatype) {
            case BOOLEAN, CHAR -> 1;
            case SHORT, UNICODE_CHAR -> 2;
            case INT, FLOAT -> 4;
            case LONG, DOUBLE -> 8;
        };
    }

    /** What stands where there is nothing; the flag says so, but readers that look anyway shall see no number. */
    void writeNull(ByteBuffer row) {
        if (count == VARIES) {
            row.putInt(0);
            return;
        }
        for (int i = 0; i < count; i++) {
            switch (datatype) {
                case BOOLEAN, CHAR -> row.put((byte) 0);
                case SHORT, UNICODE_CHAR -> row.putShort((short) 0);
                case INT -> row.putInt(0);
                case LONG -> row.putLong(0);
                case FLOAT -> row.putFloat(Float.NaN);
                case DOUBLE -> row.putDouble(Double.NaN);
            }
        }
    }

    /**
     * Writes a text; one that is longer than the column is cut, a shorter one ends in zeros.
     *
     * @return whether the column can hold it: a {@code char} is ASCII, and astropy refuses a whole table for one that is not. Half an address would
     *     be worse than none
     */
    boolean writeText(ByteBuffer row, byte[] utf8, int offset, int length, boolean plain) {
        int start = row.position();
        if (count == VARIES) {
            row.putInt(0);
        }
        int first = row.position();
        if (datatype == Datatype.UNICODE_CHAR) {
            unicode(row, utf8, offset, length);
        } else if (plain) {
            row.put(utf8, offset, length);
        } else if (!isAscii(row, utf8, offset, length)) {
            return false;
        }
        if (count == VARIES) {
            row.putInt(start, (row.position() - first) / elementSize());
            return true;
        }
        int end = first + count * elementSize();
        while (row.position() < end) {
            row.put((byte) 0);
        }
        row.position(end);
        return true;
    }

    /** Whether it is, and so has been written. */
    private static boolean isAscii(ByteBuffer row, byte[] utf8, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            // A zero would end the text.
            if (utf8[i] <= 0) {
                return false;
            }
        }
        row.put(utf8, offset, length);
        return true;
    }

    /** UTF-16; what TABLEDATA could not hold is U+FFFD here too. */
    private static void unicode(ByteBuffer row, byte[] utf8, int offset, int length) {
        String text = new String(utf8, offset, length, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean legal = c >= ' ' && c < '\uFFFE' || c == '\t' || c == '\n' || c == '\r';
            row.putChar(legal ? c : '\uFFFD');
        }
    }

    /**
     * Writes a number, a boolean, or several of them with blanks between.
     *
     * @return whether they are as many as the column has
     * @throws NumberFormatException where one is no value of this type
     */
    boolean writeValues(ByteBuffer row, byte[] ascii, int offset, int length) {
        int start = row.position();
        if (count == VARIES) {
            row.putInt(0);
        }
        int values = 0;
        int end = offset + length;
        int from = offset;
        while (from < end) {
            int to = from;
            while (to < end && (ascii[to] & 0xFF) > ' ') {
                to++;
            }
            if (to > from) {
                if (values == count) {
                    return false;
                }
                writeValue(row, new String(ascii, from, to - from, StandardCharsets.ISO_8859_1));
                values++;
            }
            from = to + 1;
        }
        if (count == VARIES) {
            row.putInt(start, values);
        }
        return count == VARIES || values == count;
    }

    private void writeValue(ByteBuffer row, String value) {
        switch (datatype) {
            case BOOLEAN -> row.put(truth(value));
            case SHORT -> row.putShort(Short.parseShort(value));
            case INT -> row.putInt(Integer.parseInt(value));
            case LONG -> row.putLong(Long.parseLong(value));
            case FLOAT -> row.putFloat(isFinite(value) ? NumberInput.parseFloat(value, true) : (float) other(value));
            case DOUBLE -> row.putDouble(isFinite(value) ? NumberInput.parseDouble(value, true) : other(value));
            case CHAR, UNICODE_CHAR -> throw new IllegalStateException("text is no value");
        }
    }

    private static byte truth(String value) {
        return switch (value.charAt(0)) {
            case 't', 'T', '1' -> 'T';
            case 'f', 'F', '0' -> 'F';
            default -> throw new NumberFormatException(value);
        };
    }

    /** Java would take a suffix for its own types, and words of its own. */
    private static boolean isFinite(String value) {
        char last = value.charAt(value.length() - 1);
        return last >= '0' && last <= '9' || last == '.';
    }

    private static double other(String value) {
        return switch (value) {
            case "NaN" -> Double.NaN;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> throw new NumberFormatException(value);
        };
    }
}
