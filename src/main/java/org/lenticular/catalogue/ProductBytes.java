package org.lenticular.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.table.EncodedRow;

/**
 * A product as engines keep it, in one value: one encoded row of its path, semantics, description, content type, length, qualifier and local
 * semantics, then of each source that holds it otherwise than by rule the name, a cell that says which of four things are known, and those. {@link
 * ProductReader} reads it.
 */
public final class ProductBytes {
    static final int THERE = 1;
    static final int AT = 2;
    static final int LENGTH = 4;
    static final int ETAG = 8;

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
}
