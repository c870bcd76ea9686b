package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.lenticular.catalogue.ImageTable;

/** The names in the table {@code about}, and the forms of their values. */
final class About {
    static final String STATISTICS = "statistics";
    static final String INPUTS = "inputs";
    static final String COLUMNS = "columns";
    static final String IMAGES = "images";
    static final String FORMATS = "formats";
    static final String HOLDERS = "holders";

    private About() {}

    /** What a file says of its images as a whole. */
    static ImageTable read(Session session, String version) throws SQLException {
        try {
            return new ImageTable(
                    ColumnsJson.read(value(session, COLUMNS)),
                    Long.parseLong(value(session, IMAGES)),
                    Set.copyOf(formats(session)),
                    Set.copyOf(TextsJson.read(value(session, HOLDERS))),
                    StatisticsJson.read(value(session, STATISTICS)),
                    version);
        } catch (IOException | RuntimeException e) {
            throw new SQLException("the table about holds what no version of this program wrote", e);
        }
    }

    /** The media types that occur, in the order in which images number them. */
    static List<String> formats(Session session) throws SQLException, IOException {
        return TextsJson.read(value(session, FORMATS));
    }

    private static String value(Session session, String name) throws SQLException {
        return session.about(name).orElseThrow(() -> new SQLException("the table about lacks " + name));
    }
}
