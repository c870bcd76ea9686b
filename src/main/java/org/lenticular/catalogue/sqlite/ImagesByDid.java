package org.lenticular.catalogue.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lenticular.catalogue.sqlite.Sessions.Lease;

/** Which dataset an image belongs to, by the image's {@code obs_publisher_did}. */
final class ImagesByDid {
    private static final String DATASETS =
            "SELECT j.value, i.dataset FROM json_each(?) j CROSS JOIN image i ON i.did = j.value AND i.did IS NOT NULL";

    private ImagesByDid() {}

    /** By one statement; the lease is given back. */
    static Map<String, String> datasets(Lease lease, List<String> dids) {
        try (lease) {
            PreparedStatement statement = lease.session().statement(DATASETS);
            statement.setString(1, TextArray.of(dids));
            try (ResultSet result = statement.executeQuery()) {
                Map<String, String> datasets = new HashMap<>();
                while (result.next()) {
                    datasets.putIfAbsent(result.getString(1), result.getString(2));
                }
                return datasets;
            } catch (SQLException e) {
                throw lease.session().failure(e);
            }
        } catch (SQLException e) {
            throw lease.session().failure(e);
        }
    }
}
