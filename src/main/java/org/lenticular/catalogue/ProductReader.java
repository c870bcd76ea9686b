package org.lenticular.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.table.EncodedRow;

/** Reads products as {@link ProductBytes} writes them. What one has in common with the one before it is one text. Not thread-safe. */
public final class ProductReader {
    private final EncodedRow.Reader row = new EncodedRow.Reader();
    private final Repeated semantics = new Repeated();
    private final Repeated description = new Repeated();
    private final Repeated contentType = new Repeated();
    private final Repeated contentQualifier = new Repeated();
    private final Repeated localSemantics = new Repeated();

    /** The product whose bytes are these. */
    public Product read(byte[] bytes, int from, int end) {
        row.start(bytes, from);
        String path = required();
        String term = semantics.text();
        return new Product(
                path,
                term == null ? "" : term,
                description.text(),
                contentType.text(),
                number(),
                contentQualifier.text(),
                localSemantics.text(),
                row.end() < end ? held(end) : Map.of());
    }

    private Map<String, Held> held(int end) {
        Map<String, Held> held = new HashMap<>();
        while (row.end() < end) {
            String source = required();
            int known = Integer.parseInt(required(), 16);
            String at = (known & ProductBytes.AT) == 0 ? null : required();
            Long length = (known & ProductBytes.LENGTH) == 0 ? null : number();
            String etag = (known & ProductBytes.ETAG) == 0 ? null : required();
            held.put(source, new Held((known & ProductBytes.THERE) != 0, at, length, etag));
        }
        return held;
    }

    private String required() {
        row.advance();
        return row.text();
    }

    private @Nullable Long number() {
        row.advance();
        return row.isEmpty() ? null : Long.valueOf(row.text());
    }

    /** A cell that is the same in most products. */
    private final class Repeated {
        private byte[] last = {};
        private @Nullable String text;

        @Nullable
        String text() {
            row.advance();
            if (!row.is(last)) {
                String next = row.text();
                last = next.getBytes(StandardCharsets.UTF_8);
                text = next.isEmpty() ? null : next;
            }
            return text;
        }
    }
}
