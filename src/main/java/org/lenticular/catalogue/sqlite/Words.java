package org.lenticular.catalogue.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.Statistics;
import org.lenticular.query.Term;

/** The dictionary of a load: of terms with few words all of them, of others none. Thread-safe. */
final class Words {
    private static final String ALL = "SELECT text, number FROM word WHERE term = ?";
    private static final String SOME =
            "SELECT w.number FROM json_each(?) j CROSS JOIN word w ON w.term = ? AND w.text = j.value";

    private final Map<Term, Map<String, Integer>> known;

    private Words(Map<Term, Map<String, Integer>> known) {
        this.known = known;
    }

    /** @param statistics which say of what terms the words are few */
    static Words read(Session session, Statistics statistics) throws SQLException {
        Map<Term, Map<String, Integer>> known = new EnumMap<>(Term.class);
        for (Term term : statistics.words().keySet()) {
            if (isNumbered(term)) {
                known.put(term, all(session, term));
            }
        }
        return new Words(known);
    }

    private static Map<String, Integer> all(Session session, Term term) throws SQLException {
        PreparedStatement statement = session.statement(ALL);
        statement.setString(1, term.name());
        Map<String, Integer> numbers = new HashMap<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                numbers.put(result.getString(1), result.getInt(2));
            }
        }
        return numbers;
    }

    /** Whether a term's words have numbers: identifiers are looked up otherwise, and states of polarization are bits. */
    static boolean isNumbered(Term term) {
        return term != Term.ID && term != Term.POL;
    }

    /** Whether the numbers of a term's words are known without the database. */
    boolean areKnown(Term term) {
        return known.containsKey(term);
    }

    /**
     * The numbers of those of the words that occur, in order.
     *
     * @param session may be null where they {@linkplain #areKnown are known}
     */
    int[] numbers(Term term, Set<String> words, @Nullable Session session) throws SQLException {
        Map<String, Integer> all = known.get(term);
        IntStream numbers = all == null
                ? some(term, words, Objects.requireNonNull(session))
                : words.stream().filter(all::containsKey).mapToInt(all::get);
        return numbers.sorted().toArray();
    }

    private static IntStream some(Term term, Set<String> words, Session session) throws SQLException {
        PreparedStatement statement = session.statement(SOME);
        statement.setString(1, TextArray.of(List.copyOf(words)));
        statement.setString(2, term.name());
        IntStream.Builder numbers = IntStream.builder();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                numbers.add(result.getInt(1));
            }
        }
        return numbers.build();
    }
}
