package org.lenticular.catalogue.sqlite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.ImageTable.StoredColumn;

/** The names in the table {@code about}, and the forms of their values. */
final class About {
    static final String INPUTS = "inputs";
    static final String COLUMNS = "columns";
    static final String IMAGES = "images";
    static final String FORMATS = "formats";
    static final String HOLDERS = "holders";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<StoredColumn>> COLUMN_LIST = new TypeReference<>() {};
    private static final TypeReference<Set<String>> NAMES = new TypeReference<>() {};

    private About() {}

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts can always be written", e);
        }
    }

    /** What a file says of its images as a whole. */
    static ImageTable read(Session session, String version) throws SQLException {
        try {
            return new ImageTable(
                    JSON.readValue(value(session, COLUMNS), COLUMN_LIST),
                    Long.parseLong(value(session, IMAGES)),
                    JSON.readValue(value(session, FORMATS), NAMES),
                    JSON.readValue(value(session, HOLDERS), NAMES),
                    version);
        } catch (JsonProcessingException | RuntimeException e) {
            throw new SQLException("the table about holds what no version of this program wrote", e);
        }
    }

    private static String value(Session session, String name) throws SQLException {
        return session.about(name).orElseThrow(() -> new SQLException("the table about lacks " + name));
    }
}
