package org.lenticular.catalogue.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.sqlite.Sessions.Lease;
import org.lenticular.query.WantedFormats;

/** Which of a load's formats a query wants. Only the choice of the best one of a dataset asks the database, and holds a session. */
final class FormatTest implements AutoCloseable {
    private static final int UNWANTED = -1;

    private final WantedFormats wanted;
    private final Sessions sessions;
    /** For each format of the load by number, 0 for wanted in any case, else its place in the ranking; {@link #UNWANTED}. */
    private final int[] ranks;

    private @Nullable Lease lease;

    /** @param formats of the load; the first has the number 1 */
    FormatTest(WantedFormats wanted, List<String> formats, Sessions sessions) {
        this.wanted = wanted;
        this.sessions = sessions;
        ranks = new int[formats.size() + 1];
        for (int number = 0; number < ranks.length; number++) {
            ranks[number] = number == 0 ? UNWANTED : rank(formats.get(number - 1));
        }
    }

    private int rank(String format) {
        if (wanted.anyOf().stream().anyMatch(format::equalsIgnoreCase)) {
            return 0;
        }
        for (int rank = 0; rank < wanted.ranked().size(); rank++) {
            if (wanted.ranked().get(rank).equalsIgnoreCase(format)) {
                return rank;
            }
        }
        return UNWANTED;
    }

    /** Whether an image of the format of this number can be wanted. */
    boolean mayAccept(int format) {
        return wanted.all() || ranks[format] != UNWANTED;
    }

    /**
     * Whether an image of such a format is wanted.
     *
     * @param id its key in the database
     */
    boolean accepts(int format, long id) throws SQLException {
        int rank = wanted.all() ? 0 : ranks[format];
        return rank == 0 || !hasBetter(id, rank);
    }

    private boolean hasBetter(long id, int rank) throws SQLException {
        if (lease == null) {
            lease = sessions.lease().orElseThrow(() -> new SQLException("the file is gone"));
        }
        // Constant pieces, and values that are bound.
        PreparedStatement better = lease.session()
                .statement(
                        "SELECT 1 FROM image WHERE dataset = (SELECT dataset FROM image WHERE id = ?) AND format IN ("
                                + "?, ".repeat(rank - 1) + "?) LIMIT 1");
        better.setLong(1, id);
        for (int i = 0; i < rank; i++) {
            better.setString(2 + i, wanted.ranked().get(i));
        }
        try (ResultSet result = better.executeQuery()) {
            return result.next();
        }
    }

    @Override
    public void close() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }
}
