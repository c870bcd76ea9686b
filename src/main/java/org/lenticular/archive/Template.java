package org.lenticular.archive;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A text with a row's cells in it: {@code ivo://example.org/tess?{obs_id}}. {@code {name}} stands for the cell of that column, {@code {{} and
 * {@code }}} for a brace; everything else is itself. Immutable.
 */
public final class Template {
    private record Part(String text, boolean column) {}

    private final String text;
    private final List<Part> parts;

    private Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a template.
     *
     * @throws ParseException where a brace is in the wrong place; its offset counts characters from 0
     */
    public static Template parse(String text) throws ParseException {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '{' && c != '}') {
                literal.append(c);
                i++;
            } else if (text.startsWith(c == '{' ? "{{" : "}}", i)) {
                literal.append(c);
                i += 2;
            } else if (c == '}') {
                throw new ParseException("has a '}' that closes nothing", i);
            } else {
                if (literal.length() > 0) {
                    parts.add(new Part(literal.toString(), false));
                    literal.setLength(0);
                }
                int end = columnEnd(text, i);
                parts.add(new Part(text.substring(i + 1, end).strip(), true));
                i = end + 1;
            }
        }
        if (literal.length() > 0) {
            parts.add(new Part(literal.toString(), false));
        }
        return new Template(text, parts);
    }

    private static int columnEnd(String text, int start) throws ParseException {
        int end = text.indexOf('}', start);
        int nested = text.indexOf('{', start + 1);
        if (end < 0 || nested >= 0 && nested < end) {
            throw new ParseException("has a '{' that is not closed", start);
        }
        if (text.substring(start + 1, end).isBlank()) {
            throw new ParseException("has braces without a column's name between them", start);
        }
        return end;
    }

    /** The columns whose cells it needs, each once, in their order. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        for (Part part : parts) {
            if (part.column()) {
                columns.add(part.text());
            }
        }
        return Collections.unmodifiableSet(columns);
    }

    /** Whether it is the same for every row. */
    public boolean isConstant() {
        return parts.stream().noneMatch(Part::column);
    }

    /**
     * The text for one row.
     *
     * @param cells the row's cell of a column; null or empty where it has none
     * @return null where a cell that it needs is empty: half an address is worse than none
     */
    public @Nullable String expand(Function<String, @Nullable String> cells) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            if (!part.column()) {
                out.append(part.text());
                continue;
            }
            String cell = cells.apply(part.text());
            if (cell == null || cell.isEmpty()) {
                return null;
            }
            out.append(cell);
        }
        return out.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Template template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The template as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
