package org.lenticular.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes each row as a JSON object but for its closing brace. An empty cell is null. */
final class JsonCells implements Cells {
    private static final byte[] NONE = new byte[0];
    private static final byte[] COMMA = {','};
    private static final byte[] QUOTE = {'"'};
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final Utf8Buffer buffer;
    private final JsonColumns.Member[] members;
    private final byte[] opening;
    private byte[] next;
    private int column;

    /**
     * @param first begins the first row
     * @param further begins each other one
     */
    JsonCells(Utf8Buffer buffer, List<JsonColumns.Member> members, String first, String further) {
        this.buffer = buffer;
        this.members = members.toArray(JsonColumns.Member[]::new);
        this.next = first.getBytes(StandardCharsets.US_ASCII);
        this.opening = further.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void encoded(byte[] bytes, int offset, int length, boolean plain) {
        JsonColumns.Member member = members[column];
        if (column == 0) {
            buffer.add(next);
            next = opening;
        } else {
            buffer.add(COMMA);
        }
        column = column + 1 == members.length ? 0 : column + 1;
        if (plain && member.kind() == JsonColumns.Kind.TEXT && length > 0) {
            buffer.add(member.opened());
            buffer.add(bytes, offset, length, QUOTE);
        } else {
            buffer.add(member.name());
            value(member, bytes, offset, length);
        }
    }

    @Override
    public void text(@Nullable String value) {
        byte[] utf8 = value == null ? NONE : value.getBytes(StandardCharsets.UTF_8);
        encoded(utf8, 0, utf8.length, false);
    }

    private void value(JsonColumns.Member member, byte[] bytes, int offset, int length) {
        if (length == 0) {
            buffer.add(NULL);
        } else if (member.kind() == JsonColumns.Kind.TEXT) {
            JsonText.string(buffer, bytes, offset, length);
        } else if (member.array()) {
            array(member, bytes, offset, length);
        } else {
            single(member, bytes, offset, length);
        }
    }

    private void array(JsonColumns.Member member, byte[] bytes, int offset, int length) {
        int end = offset + length;
        String before = "[";
        for (int from = offset; from < end; ) {
            int to = from;
            while (to < end && (bytes[to] & 0xFF) > ' ') {
                to++;
            }
            if (to > from) {
                buffer.add(before);
                single(member, bytes, from, to - from);
                before = ",";
            }
            from = to + 1;
        }
        buffer.add(before.equals("[") ? "[]" : "]");
    }

    private void single(JsonColumns.Member member, byte[] bytes, int offset, int length) {
        if (member.kind() == JsonColumns.Kind.NUMBER) {
            JsonNumber.add(buffer, bytes, offset, length);
            return;
        }
        buffer.add(
                switch (bytes[offset]) {
                    case 't', 'T', '1' -> "true";
                    case 'f', 'F', '0' -> "false";
                    default -> "null";
                });
    }
}
