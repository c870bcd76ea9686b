package org.lenticular.stac;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.table.Cells;
import org.lenticular.table.Column;
import org.lenticular.table.Format;
import org.lenticular.table.Info;
import org.lenticular.table.JsonTable;
import org.lenticular.table.Rows;
import org.lenticular.table.TableDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A FeatureCollection of GeoJSON (RFC 7946) whose features are {@linkplain Item items} of STAC, one for each row, one at a time: a form of answers
 * that have ObsCore's columns and {@link ItemColumns} behind them. What is known of the rows as a whole stands behind them.
 */
public final class ItemCollection implements Format {
    private static final Logger LOG = LoggerFactory.getLogger(ItemCollection.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** The header of such an answer (RFC 7946 §12). */
    public static final String MEDIA_TYPE = "application/geo+json";

    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        out.write("{\"type\":\"FeatureCollection\",\"features\":[".getBytes(StandardCharsets.UTF_8));
        ObjectNode end = send(document, out);
        end.put("title", document.title());
        infos(end.putArray("infos"), Stream.concat(document.infos().stream(), document.rows().infos().stream()));
        ArrayNode links = end.putArray("links");
        link(links, "self", document.infos(), "request");
        link(links, "next", document.rows().infos(), "next");
        byte[] behind = bytes(end);
        out.write("\n],".getBytes(StandardCharsets.UTF_8));
        // Without its opening brace.
        out.write(behind, 1, behind.length - 1);
        out.write('\n');
    }

    /** Sends the rows, and says how they ended. */
    private static ObjectNode send(TableDocument document, OutputStream out) throws IOException {
        List<Column> columns = document.header().columns();
        Rows rows = document.rows();
        ObjectNode end = JSON.objectNode();
        long count = 0;
        try {
            Row row = new Row(columns);
            while (rows.next(row)) {
                byte[] item = bytes(new Item(columns, row.taken()).json());
                out.write((count == 0 ? "\n" : ",\n").getBytes(StandardCharsets.UTF_8));
                out.write(item);
                count++;
            }
            end.put("numberReturned", count).put("status", rows.overflowed() ? "OVERFLOW" : "OK");
            return rows.overflowMessage() == null ? end : end.put("message", rows.overflowMessage());
        } catch (FaultException e) {
            return broken(end, count, e.fault().text());
        } catch (RuntimeException e) {
            LOG.error("an answer broke off after {} rows", count, e);
            return broken(
                    end,
                    count,
                    FaultException.fatal("the answer breaks off here by a failure of the service", e)
                            .fault()
                            .text());
        }
    }

    private static ObjectNode broken(ObjectNode end, long count, String message) {
        return end.put("numberReturned", count).put("status", "ERROR").put("message", message);
    }

    private static void infos(ArrayNode told, Stream<Info> infos) {
        infos.forEach(info -> {
            ObjectNode one = told.addObject().put("name", info.name()).put("value", info.value());
            if (info.text() != null) {
                one.put("text", info.text());
            }
        });
    }

    private static void link(ArrayNode links, String relation, List<Info> infos, String name) {
        infos.stream()
                .filter(info -> info.name().equals(name))
                .forEach(info -> links.addObject()
                        .put("rel", relation)
                        .put("href", info.value())
                        .put("type", MEDIA_TYPE));
    }

    private static byte[] bytes(ObjectNode node) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(node);
    }

    @Override
    public void write(Fault fault, OutputStream out) throws IOException {
        new JsonTable().write(fault, out);
    }

    /** Gathers a row's cells by their columns' names. */
    private static final class Row implements Cells {
        private final List<Column> columns;
        private Map<String, String> cells = new HashMap<>();
        private int column;

        Row(List<Column> columns) {
            this.columns = columns;
        }

        @Override
        public void encoded(byte[] bytes, int offset, int length, boolean plain) {
            text(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }

        @Override
        public void text(@Nullable String value) {
            if (value != null && !value.isEmpty()) {
                cells.put(columns.get(column).name(), value);
            }
            column++;
        }

        Map<String, String> taken() {
            Map<String, String> taken = cells;
            cells = new HashMap<>();
            column = 0;
            return taken;
        }
    }
}
