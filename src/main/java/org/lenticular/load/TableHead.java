package org.lenticular.load;

import java.util.ArrayList;
import java.util.List;
import org.lenticular.table.Column;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/**
 * What a table says of itself before its first row.
 *
 * @param columns in its order; one without a name is called {@code col1}, {@code col2}, … by its place
 * @param rows how many it has; -1 where only reading tells
 */
record TableHead(List<Column> columns, long rows) {
    TableHead {
        columns = List.copyOf(columns);
    }

    static TableHead of(StarTable table) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            columns.add(column(table.getColumnInfo(i), i + 1));
        }
        return new TableHead(columns, table.getRowCount());
    }

    private static Column column(ColumnInfo info, int place) {
        String name = present(info.getName());
        CellType type = CellType.of(info.getContentClass(), info.getShape());
        return new Column(
                name == null ? "col" + place : name.strip(),
                type.datatype(),
                type.arraysize(),
                present(info.getUnitString()),
                present(info.getUCD()),
                present(info.getUtype()),
                present(info.getXtype()),
                present(info.getDescription()),
                null,
                null);
    }

    private static @org.jspecify.annotations.Nullable String present(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
