package org.lenticular.sia;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.protocol.DataLink;
import org.lenticular.table.Column;
import org.lenticular.table.Header;
import org.lenticular.table.StandardColumns;
import org.lenticular.table.Systems;

/**
 * What an answer's rows look like: the columns, and for each kept cell what becomes of it. The same for every answer from one load.
 *
 * @param header the columns of the answer
 * @param uses one for each kept column, in order
 * @param tellsSource whether two columns more say which copy an address belongs to, and why
 */
record AnswerShape(Header header, List<Use> uses, boolean tellsSource) {
    /** The XML ID of the FIELD that a descriptor of DataLink refers to. */
    static final String DATALINK_ID = "DataLinkID";

    /** What becomes of a kept cell. */
    enum Use {
        /** Left out. */
        SKIP,
        /** Sent as it is kept. */
        SEND,
        /** Replaced by the address of the copy that is handed out. */
        ADDRESS,
        /** Replaced by what there is in clouds. */
        CLOUD_ACCESS
    }

    static AnswerShape of(ImageTable table, Verbosity verbosity, boolean tellsSource) {
        List<Column> columns = new ArrayList<>();
        List<Use> uses = new ArrayList<>();
        Set<String> ids = new HashSet<>(Set.of(DATALINK_ID, DataLink.SERVICE_ID, Systems.ICRS, Systems.MJD));
        for (StoredColumn stored : table.columns()) {
            if (verbosity.shows(stored)) {
                columns.add(described(stored, ids));
                uses.add(use(stored));
            } else {
                uses.add(Use.SKIP);
            }
        }
        if (tellsSource) {
            columns.addAll(DataLink.SOURCE_COLUMNS);
        }
        return new AnswerShape(new Header(columns), List.copyOf(uses), tellsSource);
    }

    private static Use use(StoredColumn stored) {
        if (stored.is("access_url") || stored.is("SIA_reference")) {
            return Use.ADDRESS;
        }
        return stored.is("cloud_access") ? Use.CLOUD_ACCESS : Use.SEND;
    }

    /** The archive's own description, completed by the standard's: clients find SIA 1.0's columns by UCD, ObsCore's by utype. */
    private static Column described(StoredColumn stored, Set<String> ids) {
        Column own = stored.column();
        Optional<Column> standard = StandardColumns.of(stored.role());
        boolean sia = standard.isPresent() && standard.get().name().startsWith("SIA_");
        Column described = standard.map(column -> own.withUcd(sia || own.ucd() == null ? column.ucd() : own.ucd())
                        .withUtype(column.utype() == null ? own.utype() : column.utype())
                        .withDescription(own.description() == null ? column.description() : own.description())
                        .withRef(column.ref()))
                .orElse(own);
        // What an archive's own column referred to is in the archive's document, not in this one.
        Column referring = Systems.names(described.ref()) ? described : described.withRef(null);
        if (stored.is("datalink")) {
            return referring.withId(DATALINK_ID);
        }
        // An XML ID is an NCName, and unique in the document; a name need be neither.
        String id = own.name();
        return referring.withId(id.matches("[A-Za-z_][A-Za-z0-9_.-]*") && ids.add(id) ? id : null);
    }
}
