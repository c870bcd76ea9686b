package org.lenticular.sia2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lenticular.archive.Roles;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.protocol.DataLink;
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
 */
record ObsCoreHeader(Header header, List<String> roles, boolean tellsSource, boolean tellsItem) {
    static final String CLOUD_ACCESS = "cloud_access";

    static ObsCoreHeader of(Collection<ImageTable> tables, boolean tellsSource) {
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
        return new ObsCoreHeader(new Header(columns), List.copyOf(roles), tellsSource, false);
    }

    /** The same for an answer of items. */
    ObsCoreHeader asItems() {
        return new ObsCoreHeader(ItemColumns.behind(header), roles, tellsSource, true);
    }

    static Optional<StoredColumn> stored(ImageTable table, String role) {
        return table.columns().stream().filter(column -> column.is(role)).findFirst();
    }
}
