package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.lenticular.fault.Fault;

/**
 * One JSON object: {@code title}, {@code infos}, {@code fields} (what a VOTable says of each column), {@code data} (an object for each row), and
 * behind the rows, when it is known, {@code further_infos} where there are some, {@code status} ({@code OK}, {@code OVERFLOW} or {@code ERROR}, as DALI 1.1 §4.4.1 has them) and
 * {@code message}.
 */
public final class JsonTable implements Format {
    private static final RowLoop ROWS = new RowLoop("", 0, "}");

    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        JsonColumns columns = document.header().json();
        buffer.add("{");
        JsonText.member(buffer, "title", document.title());
        buffer.add("\n\"infos\":[");
        infos(buffer, document.infos());
        buffer.add("],\n\"fields\":");
        buffer.add(columns.fields());
        buffer.add(",\n\"data\":[");
        RowLoop.End end =
                ROWS.send(document.rows(), new JsonCells(buffer, columns.members(), "\n{", ",\n{"), buffer, out);
        buffer.add("\n],\n");
        if (!document.rows().infos().isEmpty()) {
            buffer.add("\"further_infos\":[");
            infos(buffer, document.rows().infos());
            buffer.add("],\n");
        }
        JsonText.member(buffer, "status", end.status() == null ? "OK" : end.status());
        JsonText.member(buffer, "message", end.message());
        closed(buffer);
        buffer.add("\n");
        buffer.drainAll(out);
    }

    private static void infos(Utf8Buffer buffer, List<Info> infos) {
        String before = "{";
        for (Info info : infos) {
            buffer.add(before);
            JsonText.member(buffer, "name", info.name());
            JsonText.member(buffer, "value", info.value());
            JsonText.member(buffer, "text", info.text());
            closed(buffer);
            before = ",{";
        }
    }

    @Override
    public void write(Fault fault, OutputStream out) throws IOException {
        tell(fault, out);
    }

    /** An object on a line: the status ERROR, the fault's word, and the whole message as a VOTable has it. */
    static void tell(Fault fault, OutputStream out) throws IOException {
        Utf8Buffer buffer = new Utf8Buffer();
        buffer.add("{");
        JsonText.member(buffer, "status", "ERROR");
        JsonText.member(buffer, "fault", fault.word().text());
        JsonText.member(buffer, "message", fault.text());
        closed(buffer);
        buffer.add("\n");
        buffer.drainAll(out);
    }

    /** Ends an object, whose last member has a comma behind it. */
    private static void closed(Utf8Buffer buffer) {
        buffer.truncate(buffer.size() - 1);
        buffer.add("}");
    }
}
