package org.lenticular.stac;

import java.util.List;
import java.util.stream.Stream;
import org.lenticular.table.Column;
import org.lenticular.table.Header;

/** What an item has that is no column of ObsCore's: cells behind those of an answer that is to be a collection of items. */
public final class ItemColumns {
    static final String ID = "item:id";
    static final String LINKS = "item:links";
    static final String ASSETS = "item:assets";
    static final String SCHEMES = "item:schemes";

    /** In their order: an image's name in its collection, the address of its links (empty for none), {@link Assets#assets}, {@link Assets#schemes}. */
    private static final List<Column> COLUMNS =
            Stream.of(ID, LINKS, ASSETS, SCHEMES).map(Column::text).toList();

    private ItemColumns() {}

    /** An answer's columns, and these behind them. */
    public static Header behind(Header header) {
        return new Header(
                Stream.concat(header.columns().stream(), COLUMNS.stream()).toList());
    }
}
