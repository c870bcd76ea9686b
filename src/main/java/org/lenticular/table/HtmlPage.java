package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Fault;

/** A plain page of the same table, for people. Needs no script. */
public final class HtmlPage implements Format {
    private static final RowLoop ROWS = new RowLoop("<tr>", 0, "</tr>\n");

    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        head(buffer, document.title());
        warnings(buffer, document);
        buffer.add("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">\n<table>\n<thead><tr>");
        document.header().columns().forEach(column -> heading(buffer, column));
        buffer.add("</tr></thead>\n<tbody>\n");
        RowLoop.End end = ROWS.send(document.rows(), new PageCells(buffer), buffer, out);
        buffer.add("</tbody>\n</table>\n</div>\n<p>");
        Markup.text(buffer, told(end));
        buffer.add("</p>\n");
        furtherInfos(buffer, document.rows().infos());
        buffer.add("</main>\n</body>\n</html>\n");
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

    /** Before the table: who reads on should know that a part of the question was not understood. */
    private static void warnings(Utf8Buffer out, TableDocument document) {
        for (String warning : document.warnings()) {
            out.add("<p role=\"note\"><strong>Note:</strong> ");
            Markup.text(out, warning);
            out.add("</p>\n");
        }
    }

    /** Behind it: where a cut answer goes on, as a link and as what is to be sent. */
    private static void furtherInfos(Utf8Buffer out, List<Info> infos) {
        for (Info info : infos) {
            out.add("<p>");
            Markup.text(out, info.name() + ": ");
            if (isOnTheWeb(info.value())) {
                link(out, info.value(), info.name().equals("next") ? "next" : null);
            } else {
                out.add("<code>");
                Markup.text(out, info.value());
                out.add("</code>");
            }
            Markup.text(out, info.text() == null ? "" : " " + info.text());
            out.add("</p>\n");
        }
    }

    /** Only the web's own schemes become links: a table may hold any text, javascript: among it. */
    private static boolean isOnTheWeb(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    /** @param relation to the page, besides that the other server learns nothing of this one's address; null for none */
    private static void link(Utf8Buffer out, String address, @Nullable String relation) {
        out.add("<a");
        Markup.attribute(out, "rel", relation == null ? "noreferrer" : relation);
        Markup.attribute(out, "href", address);
        out.add(">");
        Markup.text(out, address);
        out.add("</a>");
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
            buffer.add("<td>");
            if (isOnTheWeb(text)) {
                link(buffer, text, null);
            } else {
                Markup.text(buffer, text);
            }
            buffer.add("</td>");
        }
    }
}
