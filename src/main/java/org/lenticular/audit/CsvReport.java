package org.lenticular.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.table.CsvTable;

/**
 * Comma-separated values (RFC 4180): a line of names, then one for each copy that is not fine. Of copies that were not asked for it says nothing:
 * the exit status does.
 */
public final class CsvReport implements Report {
    private final Writer out;

    public CsvReport(Writer out) throws IOException {
        this.out = out;
        line(List.of(
                "collection",
                "source",
                "dataset",
                "path",
                "semantics",
                "finding",
                "expected_bytes",
                "found_bytes",
                "location",
                "reason"));
    }

    @Override
    public void finding(String collection, AskedProduct product, AskedCopy copy) throws IOException {
        List<String> cells = new ArrayList<>(List.of(
                collection,
                copy.source(),
                product.dataset(),
                product.path(),
                product.semantics(),
                copy.finding().words()));
        cells.add(text(copy.expected()));
        cells.add(text(copy.length()));
        cells.add(text(copy.location()));
        cells.add(copy.reason());
        line(cells);
    }

    @Override
    public void nowhere(String collection, AskedProduct product) throws IOException {
        line(List.of(
                collection, "", product.dataset(), product.path(), product.semantics(), NO_COPY, "", "", "", NOBODY));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void line(List<String> cells) throws IOException {
        out.write(CsvTable.line(cells));
    }

    @Override
    public void end(Summary summary) throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
