package org.lenticular.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.table.EncodedRow;

/**
 * A product as engines keep it, in one value: one encoded row of its path, semantics, description, content type, length, qualifier and local
 * semantics, then of each source that holds it otherwise than by rule the name, a cell that says which of four things are known, and those.
 */
public final class ProductBytes {
    private static final int THERE = 1;
    private static final int AT = 2;
    private static final int LENGTH = 4;
    private static final int ETAG = 8;

    private ProductBytes() {}

    public static byte[] encode(Product product) {
        List<@Nullable String> cells = new ArrayList<>(7 + 5 * product.held().size());
        cells.add(product.path());
        cells.add(product.semantics());
        cells.add(product.description());
        cells.add(product.contentType());
        cells.add(
                product.contentLength() == null ? null : product.contentLength().toString());
        cells.add(product.contentQualifier());
        cells.add(product.localSemantics());
        new TreeMap<>(product.held()).forEach((source, held) -> {
            cells.add(source);
            held(cells, held);
        });
        return EncodedRow.encode(cells);
    }

    private static void held(List<@Nullable String> cells, Held held) {
        int known = (held.there() ? THERE : 0)
                | (held.at() == null ? 0 : AT)
                | (held.length() == null ? 0 : LENGTH)
                | (held.etag() == null ? 0 : ETAG);
        cells.add(Integer.toHexString(known));
        if (held.at() != null) {
            cells.add(held.at());
        }
        if (held.length() != null) {
            cells.add(held.length().toString());
        }
        if (held.etag() != null) {
            cells.add(held.etag());
        }
    }

    /**
     * The reverse.
     *
     * @param row stands before the first cell
     * @param end where the product's bytes end
     */
    public static Product decode(EncodedRow.Reader row, int end) {
        String path = required(row);
        String semantics = required(row);
        String description = text(row);
        String contentType = text(row);
        Long contentLength = number(row);
        String contentQualifier = text(row);
        String localSemantics = text(row);
        return new Product(
                path,
                semantics,
                description,
                contentType,
                contentLength,
                contentQualifier,
                localSemantics,
                row.end() < end ? held(row, end) : Map.of());
    }

    private static Map<String, Held> held(EncodedRow.Reader row, int end) {
        Map<String, Held> held = new HashMap<>();
        while (row.end() < end) {
            String source = required(row);
            int known = Integer.parseInt(required(row), 16);
            String at = (known & AT) == 0 ? null : required(row);
            Long length = (known & LENGTH) == 0 ? null : number(row);
            String etag = (known & ETAG) == 0 ? null : required(row);
            held.put(source, new Held((known & THERE) != 0, at, length, etag));
        }
        return held;
    }

    private static String required(EncodedRow.Reader row) {
        row.advance();
        return row.text();
    }

    private static @Nullable String text(EncodedRow.Reader row) {
        row.advance();
        return row.isEmpty() ? null : row.text();
    }

    private static @Nullable Long number(EncodedRow.Reader row) {
        String text = text(row);
        return text == null ? null : Long.valueOf(text);
    }
}
