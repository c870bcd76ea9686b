package org.lenticular.sia2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lenticular.archive.Roles;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.protocol.DataLink;
import org.lenticular.protocol.Served;
import org.lenticular.stac.ItemColumns;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.Header;
import org.lenticular.table.StandardColumns;

/**
 * The columns of an answer over collections: ObsCore's mandatory ones, those that it leaves open and some collection has, then our own (SIA 2.0 §3.1).
 *
 * @param tellsSource whether two columns more say which copy an address belongs to, and why
 * @param tellsItem whether those of {@link ItemColumns} stand behind them
 * @param plans of the rows of each collection, by its name
 */
record ObsCoreHeader(
        Header header, List<String> roles, boolean tellsSource, boolean tellsItem, Map<String, RowPlan> plans) {
    static final String CLOUD_ACCESS = "cloud_access";

    static ObsCoreHeader of(Map<Served, ImageTable> loaded, boolean tellsSource) {
        Collection<ImageTable> tables = loaded.values();
        List<String> roles = new ArrayList<>(Roles.OBSCORE_MANDATORY);
        Roles.OBSCORE_OPTIONAL.stream()
                .filter(role ->
                        tables.stream().anyMatch(table -> stored(table, role).isPresent()))
                .forEach(roles::add);
        List<Column> columns = new ArrayList<>();
        for (String role : roles) {
            boolean beyondAscii = tables.stream()
                    .anyMatch(table -> stored(table, role)
                            .filter(each -> each.column().type() == Datatype.UNICODE_CHAR)
                            .isPresent());
            Column column = StandardColumns.of(role).orElseThrow().withId(role);
            columns.add(
                    beyondAscii && column.type() == Datatype.CHAR
                            ? column.withType(Datatype.UNICODE_CHAR, "*")
                            : column);
        }
        columns.add(Column.text(CLOUD_ACCESS)
                .withId(CLOUD_ACCESS)
                .withUcd("meta.ref")
                .withDescription("Copies in clouds, as JSON"));
        if (tellsSource) {
            columns.addAll(DataLink.SOURCE_COLUMNS);
        }
        Map<String, RowPlan> plans = new HashMap<>();
        loaded.forEach((collection, table) -> plans.put(collection.name(), RowPlan.of(roles, collection, table)));
        return new ObsCoreHeader(new Header(columns), List.copyOf(roles), tellsSource, false, Map.copyOf(plans));
    }

    /** The same for an answer of items. */
    ObsCoreHeader asItems() {
        return new ObsCoreHeader(ItemColumns.behind(header), roles, tellsSource, true, plans);
    }

    /** How rows of this load are made: another may have been published since the header was. */
    RowPlan plan(Served collection, ImageTable table) {
        RowPlan known = plans.get(collection.name());
        return known != null && known.version().equals(table.version()) ? known : RowPlan.of(roles, collection, table);
    }

    static Optional<StoredColumn> stored(ImageTable table, String role) {
        return table.columns().stream().filter(column -> column.is(role)).findFirst();
    }
}
