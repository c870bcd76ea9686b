package org.lenticular.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What JSON says of a table's columns, made once for a header.
 *
 * @param fields the array that describes them
 * @param members in order, how each row names and holds them
 */
record JsonColumns(byte[] fields, List<Member> members) {
    /** What a column's values are. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN
    }

    /**
     * A column's member of each row.
     *
     * @param name {@code "name":}
     * @param opened the same with the quotation mark behind it that a string begins with
     * @param array whether a cell holds several values
     */
    record Member(byte[] name, byte[] opened, Kind kind, boolean array) {}

    static JsonColumns of(List<Column> columns) {
        Utf8Buffer out = new Utf8Buffer();
        List<Member> members = new ArrayList<>();
        // Members of one object need names of their own; columns do not.
        List<String> keys = Header.differentNames(columns);
        for (Column column : columns) {
            String key = keys.get(members.size());
            out.add(members.isEmpty() ? "[\n" : ",\n");
            field(out, column, key);
            members.add(member(column, key));
        }
        out.add(members.isEmpty() ? "[]" : "\n]");
        return new JsonColumns(bytes(out), List.copyOf(members));
    }

    private static void field(Utf8Buffer out, Column column, String key) {
        out.add("{");
        JsonText.member(out, "name", column.name());
        JsonText.member(out, "key", key.equals(column.name()) ? null : key);
        JsonText.member(out, "datatype", column.type().word());
        JsonText.member(out, "arraysize", column.arraysize());
        JsonText.member(out, "unit", column.unit());
        JsonText.member(out, "ucd", column.ucd());
        JsonText.member(out, "utype", column.utype());
        JsonText.member(out, "xtype", column.xtype());
        JsonText.member(out, "description", column.description());
        JsonText.member(out, "id", column.id());
        out.truncate(out.size() - 1);
        out.add("}");
    }

    private static Member member(Column column, String key) {
        Utf8Buffer out = new Utf8Buffer();
        JsonText.string(out, key);
        out.add(":");
        String name = new String(bytes(out), StandardCharsets.UTF_8);
        return new Member(
                name.getBytes(StandardCharsets.UTF_8),
                (name + '"').getBytes(StandardCharsets.UTF_8),
                kind(column.type()),
                column.arraysize() != null);
    }

    private static Kind kind(Datatype type) {
        return switch (type) {
            case BOOLEAN -> Kind.BOOLEAN;
            case SHORT, INT, LONG, FLOAT, DOUBLE -> Kind.NUMBER;
            case CHAR, UNICODE_CHAR -> Kind.TEXT;
        };
    }

    private static byte[] bytes(Utf8Buffer made) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(made.size());
        try {
            made.drainAll(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
