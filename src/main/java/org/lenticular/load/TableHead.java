package org.lenticular.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        return of(table, Set.of());
    }

    /**
     * @param unnamed places, from 0, of columns that have no name, whatever STIL calls them
     */
    static TableHead of(StarTable table, Set<Integer> unnamed) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            ColumnInfo info = table.getColumnInfo(i);
            String name = unnamed.contains(i) ? null : present(info.getName());
            columns.add(column(name == null ? "col" + (i + 1) : name.strip(), info));
        }
        return new TableHead(columns, table.getRowCount());
    }

    private static Column column(String name, ColumnInfo info) {
        CellType type = CellType.of(info.getContentClass(), info.getShape());
        return new Column(
                name,
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

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
