package org.lenticular.catalogue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenticular.table.Column;

/**
 * A collection's images as a whole.
 *
 * @param columns what each image's row has, in order
 * @param images how many there are
 * @param formats the media types that occur
 * @param holders names of the sources that hold a copy of something in the collection
 * @param statistics of what queries can constrain
 * @param version changes with every load
 */
public record ImageTable(
        List<StoredColumn> columns,
        long images,
        Set<String> formats,
        Set<String> holders,
        Statistics statistics,
        String version) {
    public ImageTable {
        columns = List.copyOf(columns);
        formats = Set.copyOf(formats);
        holders = Set.copyOf(holders);
    }

    /**
     * A column of the kept rows.
     *
     * @param column as the archive describes it
     * @param role the ObsCore or SIA name whose value it is ({@code s_ra}, {@code SIA_title}, …); null for a column that is only the archive's own
     * @param own whether it is in the archive's table; otherwise it was derived
     * @param implied whether neither the table nor the configuration tells it: made since ObsCore wants it of every image, and of no concern to SIA 1.0
     */
    public record StoredColumn(Column column, @Nullable String role, boolean own, boolean implied) {
        /** One that the archive's table or configuration tells. */
        public StoredColumn(Column column, @Nullable String role, boolean own) {
            this(column, role, own, false);
        }

        /** Whether it plays this role. */
        public boolean is(String name) {
            return name.equals(role);
        }
    }
}
