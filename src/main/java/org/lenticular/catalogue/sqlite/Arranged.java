package org.lenticular.catalogue.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lenticular.catalogue.Statistics;
import org.lenticular.coverage.Moc;
import org.lenticular.query.Term;

/**
 * A load's images, in order.
 *
 * @param images how many
 * @param statistics of them, save of their identifiers
 * @param coverage of the sky, by their footprints
 */
record Arranged(long images, Statistics statistics, Moc coverage) {
    private static final String IDS =
            "SELECT DISTINCT did FROM image WHERE did IS NOT NULL ORDER BY did LIMIT " + (Statistics.MOST + 1);

    /** The statistics, with the identifiers in them where they are few. */
    Statistics withIds(Connection connection) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(IDS)) {
            while (result.next()) {
                ids.add(result.getString(1));
            }
        }
        Map<Term, List<String>> words = new EnumMap<>(Term.class);
        words.putAll(statistics.words());
        if (ids.size() <= Statistics.MOST) {
            words.put(Term.ID, ids);
        }
        return new Statistics(statistics.extents(), words);
    }
}
