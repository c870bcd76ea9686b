package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Fault;

/** A plain page of the same table, for people. Needs no script. */
public final class HtmlPage implements Format {
    private static final RowLoop ROWS = new RowLoop("<tr>", 0, "</tr>\n");

    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        head(buffer, document.title());
        buffer.add("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">\n<table>\n<thead><tr>");
        document.header().columns().forEach(column -> heading(buffer, column));
        buffer.add("</tr></thead>\n<tbody>\n");
        RowLoop.End end = ROWS.send(document.rows(), new PageCells(buffer), buffer, out);
        buffer.add("</tbody>\n</table>\n</div>\n<p>");
        Markup.text(buffer, told(end));
        buffer.add("</p>\n</main>\n</body>\n</html>\n");
        buffer.drainAll(out);
    }

    @Override
    public void write(Fault fault, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        head(buffer, "No answer to this");
        buffer.add("<p>");
        Markup.text(buffer, fault.text());
        buffer.add("</p>\n</main>\n</body>\n</html>\n");
        buffer.drainAll(out);
    }

    private static void head(Utf8Buffer out, String title) {
        out.add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        Markup.text(out, title);
        out.add(" · Lenticular</title>\n");
        out.add(PageStyle.element());
        out.add("</head>\n<body>\n<main>\n<h1>");
        Markup.text(out, title);
        out.add("</h1>\n");
    }

    private static void heading(Utf8Buffer out, Column column) {
        out.add("<th scope=\"col\"");
        Markup.attribute(out, "title", column.description());
        out.add(">");
        Markup.text(out, column.name());
        if (column.unit() != null) {
            out.add(" (");
            Markup.text(out, column.unit());
            out.add(")");
        }
        out.add("</th>");
    }

    /** How many rows there are, and how they ended. */
    static String told(RowLoop.End end) {
        return (end.rows() == 1 ? "1 row." : end.rows() + " rows.")
                + (end.message() == null ? "" : " " + end.message());
    }

    private record PageCells(Utf8Buffer buffer) implements Cells {
        @Override
        public void encoded(byte[] bytes, int offset, int length, boolean plain) {
            text(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }

        @Override
        public void text(@Nullable String value) {
            String text = value == null ? "" : value;
            // Only the web's own schemes become links: a table may hold any text, javascript: among it.
            boolean link = text.startsWith("https://") || text.startsWith("http://");
            buffer.add("<td>");
            if (link) {
                buffer.add("<a rel=\"noreferrer\"");
                Markup.attribute(buffer, "href", text);
                buffer.add(">");
            }
            Markup.text(buffer, text);
            buffer.add(link ? "</a></td>" : "</td>");
        }
    }
}
