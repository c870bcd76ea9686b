package org.lenticular.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.sky.Region;

/**
 * The image that a dataset is: what is known of its row.
 *
 * @param columns of the row
 * @param cells VOTable text, one for each column; empty for null
 * @param footprint its place on the sky; empty where it has none
 */
public record DatasetImage(List<StoredColumn> columns, List<String> cells, Optional<Region> footprint) {
    public DatasetImage {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /** The value of an ObsCore or SIA name, in that standard's unit; null where it has none. */
    public @Nullable String role(String name) {
        return cell(column -> column.is(name));
    }

    /** The cell of a column: the archive's own by its name, exactly or without regard to case, else what plays a role of that name; null where it is empty. */
    public @Nullable String named(String name) {
        String own = cell(column -> column.own() && column.column().name().equals(name));
        String folded = own == null
                ? cell(column -> column.own() && column.column().name().equalsIgnoreCase(name))
                : own;
        return folded == null ? role(name) : folded;
    }

    private @Nullable String cell(Predicate<StoredColumn> wanted) {
        for (int i = 0; i < columns.size(); i++) {
            if (wanted.test(columns.get(i))) {
                return cells.get(i).isEmpty() ? null : cells.get(i);
            }
        }
        return null;
    }
}
