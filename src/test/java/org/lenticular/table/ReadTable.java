package org.lenticular.table;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.table.TableBuilder;
import uk.ac.starlink.util.ByteArrayDataSource;

/**
 * A document as somebody else's reader understands it.
 *
 * @param names of the columns; empty where the form does not tell them apart from rows
 * @param rows cells in VOTable's spelling, empty for none
 * @param status how the rows ended; empty where the form cannot say
 * @param message what it says about that; empty for nothing
 */
record ReadTable(List<String> names, List<List<String>> rows, String status, String message) {

    /** As STIL reads it. */
    static ReadTable byStil(byte[] document, TableBuilder builder) throws IOException {
        return ofStil(
                builder.makeStarTable(new ByteArrayDataSource("answer", document), false, StoragePolicy.PREFER_MEMORY));
    }

    /** A table that STIL has read. */
    static ReadTable ofStil(StarTable table) throws IOException {
        List<String> names = IntStream.range(0, table.getColumnCount())
                .mapToObj(i -> table.getColumnInfo(i).getName())
                .toList();
        List<List<String>> rows = new ArrayList<>();
        try (RowSequence sequence = table.getRowSequence()) {
            while (sequence.next()) {
                List<String> row = new ArrayList<>();
                for (Object cell : sequence.getRow()) {
                    row.add(spelt(cell));
                }
                rows.add(row);
            }
        }
        return new ReadTable(names, rows, "", "");
    }

    /** The same with the last QUERY_STATUS, where it is not OK. */
    ReadTable withStatusOf(VotableDocument document) {
        boolean ok = document.status().equals("OK");
        return new ReadTable(names, rows, ok ? "" : document.status(), ok ? "" : document.message());
    }

    /** STIL's store of rows makes no difference between NaN and nothing. */
    static String keptByStil(String value) {
        return value.equals("NaN") ? "" : value;
    }

    /** A value as VOTable spells it. */
    static String spelt(@Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> spelt(Array.get(value, i)))
                    .collect(Collectors.joining(" "));
        }
        return switch (value.toString()) {
            case "Infinity" -> "+Inf";
            case "-Infinity" -> "-Inf";
            default -> value.toString();
        };
    }
}
