package org.lenticular.catalogue.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.facts.FactTest;
import org.lenticular.query.Constraint;
import org.lenticular.query.Constraint.OneOf;
import org.lenticular.query.Constraint.Overlap;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.PolStates;
import org.lenticular.query.Term;

/** A query's constraints as the tests of one load, words looked up. */
final class Constraints {
    private static final String IDS =
            "SELECT i.id FROM json_each(?) j CROSS JOIN image i ON i.did = j.value AND i.did IS NOT NULL";

    private Constraints() {}

    /** Whether words must be looked up in the database. */
    static boolean needDatabase(Sessions load, ImageQuery query) {
        return query.constraints().stream()
                .anyMatch(each -> each instanceof OneOf words
                        && (words.term() == Term.ID
                                || Words.isNumbered(words.term())
                                        && !load.words().areKnown(words.term())));
    }

    /** @param session may be null where none is {@linkplain #needDatabase needed} */
    static List<FactTest> of(Sessions load, ImageQuery query, @Nullable Session session) throws SQLException {
        List<FactTest> tests = new ArrayList<>();
        for (Constraint each : query.constraints()) {
            tests.add(test(load, each, session));
        }
        return tests;
    }

    private static FactTest test(Sessions load, Constraint constraint, @Nullable Session session) throws SQLException {
        if (constraint instanceof Overlap overlap) {
            return load.facts().overlap(overlap.extent(), overlap.anyOf());
        }
        OneOf words = (OneOf) constraint;
        if (words.term() == Term.ID) {
            return FactTest.of(ids(words.anyOf(), Objects.requireNonNull(session)));
        } else if (words.term() == Term.POL) {
            return load.facts().anyState(PolStates.bits(words.anyOf()));
        }
        return load.facts().oneOf(words.term(), load.words().numbers(words.term(), words.anyOf(), session));
    }

    private static long[] ids(Set<String> dids, Session session) throws SQLException {
        PreparedStatement statement = session.statement(IDS);
        statement.setString(1, TextArray.of(List.copyOf(dids)));
        LongStream.Builder images = LongStream.builder();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                images.add(result.getLong(1) - 1);
            }
        }
        // Two that differ in case only are one.
        return images.build().sorted().distinct().toArray();
    }
}
