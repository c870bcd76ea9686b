package org.lenticular.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.config.Config.TableSettings;
import org.lenticular.table.Column;

/**
 * The tables that a collection's images are in, or that list what a source holds, read as one.
 *
 * @param columns what each of them has; the type of each is the widest
 * @param rows of all; -1 where only reading tells
 */
record ImageTables(List<TableFile> files, OwnColumns columns, long rows) {

    /**
     * Null where they cannot be read as one; why is told.
     *
     * @param key that names them
     */
    static @Nullable ImageTables open(List<TableSettings> settings, String key, Problems problems) {
        List<TableFile> files = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        long rows = 0;
        boolean isGood = true;
        for (TableSettings each : settings) {
            TableFile file = new TableFile(each.file(), each.format());
            TableHead head = head(file, key, problems);
            if (head == null) {
                isGood = false;
                continue;
            }
            rows = rows < 0 || head.rows() < 0 ? -1 : rows + head.rows();
            if (files.isEmpty()) {
                columns.addAll(head.columns());
            } else {
                isGood &= widen(columns, head, file, files.get(0), key, problems);
            }
            files.add(file);
        }
        return isGood && !files.isEmpty() ? new ImageTables(files, new OwnColumns(columns), rows) : null;
    }

    /** Null where the table cannot be read, or not be told apart by its columns; why is told. */
    static @Nullable TableHead head(TableFile file, String key, Problems problems) {
        try {
            TableHead head = file.head();
            OwnColumns columns = new OwnColumns(head.columns());
            columns.twice()
                    .forEach(name -> problems.add(
                            key,
                            file.path().toString(),
                            "has the column '" + name + "' twice",
                            "give each a name of its own"));
            return columns.twice().isEmpty() ? head : null;
        } catch (TableException e) {
            problems.add(
                    key,
                    file.path().toString(),
                    e.reason(),
                    "give a table that STIL reads (VOTable, FITS, CSV, ECSV, …), and its format where the name does not"
                            + " tell: {file: …, format: csv}, or csv(delimiter=|) for another separator");
            return null;
        }
    }

    private static boolean widen(
            List<Column> columns, TableHead head, TableFile file, TableFile first, String key, Problems problems) {
        List<String> names = columns.stream().map(Column::name).toList();
        if (!names.equals(head.names())) {
            List<String> missing = new ArrayList<>(names);
            missing.removeAll(head.names());
            List<String> more = new ArrayList<>(head.names());
            more.removeAll(names);
            problems.add(
                    key,
                    file.path().toString(),
                    "has other columns than " + first.path().getFileName()
                            + (missing.isEmpty() ? "" : ": not " + String.join(", ", missing))
                            + (more.isEmpty() ? "" : ", but " + String.join(", ", more)),
                    "all of them have the same columns in the same order");
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Column other = head.columns().get(i);
            CellType type = CellType.wider(
                    new CellType(column.type(), column.arraysize()), new CellType(other.type(), other.arraysize()));
            columns.set(i, column.withType(type.datatype(), type.arraysize()));
        }
        return true;
    }
}
