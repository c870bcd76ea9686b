package org.lenticular.catalogue.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.lenticular.query.ImageQuery;
import org.lenticular.sky.Box;

/** The statement of a query: constant pieces, and values that are bound. */
record Search(String sql, ImageQuery query, Optional<Box> box) {
    private static final String IN_SKY = "i.id IN (SELECT id FROM sky WHERE x0 <= ? AND x1 >= ? AND y0 <= ? AND y1 >= ?"
            + " AND z0 <= ? AND z1 >= ?)";
    /** Above this share of the cube around the sphere, going through all images in order beats the index. */
    private static final double LARGE = 0.4;

    static Search of(ImageQuery query) {
        Optional<Box> box = query.where().map(where -> Box.of(where.reach()));
        StringBuilder sql = new StringBuilder("SELECT i.bytes FROM image i WHERE 1");
        if (box.isPresent() && share(box.get()) < LARGE) {
            sql.append(" AND ").append(IN_SKY);
        } else {
            box = Optional.empty();
        }
        if (!query.formats().all()) {
            formats(sql, query);
        }
        return new Search(sql.append(" ORDER BY i.id").toString(), query, box);
    }

    private static void formats(StringBuilder sql, ImageQuery query) {
        sql.append(" AND (0");
        if (!query.formats().anyOf().isEmpty()) {
            sql.append(" OR i.format IN (")
                    .append(marks(query.formats().anyOf().size()))
                    .append(')');
        }
        for (int better = 0; better < query.formats().ranked().size(); better++) {
            sql.append(" OR (i.format = ?");
            if (better > 0) {
                sql.append(" AND NOT EXISTS (SELECT 1 FROM image b WHERE b.dataset = i.dataset AND b.format IN (")
                        .append(marks(better))
                        .append("))");
            }
            sql.append(')');
        }
        sql.append(')');
    }

    void bind(PreparedStatement statement) throws SQLException {
        int at = 1;
        if (box.isPresent()) {
            Box b = box.get();
            for (double bound : new double[] {b.maxX(), b.minX(), b.maxY(), b.minY(), b.maxZ(), b.minZ()}) {
                statement.setDouble(at++, bound);
            }
        }
        for (String format : query.formats().anyOf()) {
            statement.setString(at++, format);
        }
        for (int better = 0; better < query.formats().ranked().size(); better++) {
            statement.setString(at++, query.formats().ranked().get(better));
            for (int i = 0; i < better; i++) {
                statement.setString(at++, query.formats().ranked().get(i));
            }
        }
    }

    private static double share(Box b) {
        return (b.maxX() - b.minX()) * (b.maxY() - b.minY()) * (b.maxZ() - b.minZ()) / 8;
    }

    private static String marks(int count) {
        return "?, ".repeat(count - 1) + "?";
    }
}
