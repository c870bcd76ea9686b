package org.lenticular.catalogue.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.lenticular.catalogue.Statistics;
import org.lenticular.query.PolStates;
import org.lenticular.query.Term;

/** Gives the words of a load their numbers, and writes them down. It remembers a few of each term: there may be as many targets as images. */
final class WordNumbers implements AutoCloseable {
    private static final int REMEMBERED = 4096;

    private final PreparedStatement find;
    private final PreparedStatement insert;
    private final Map<Term, Known> terms = new EnumMap<>(Term.class);
    private int states;

    WordNumbers(Connection connection) throws SQLException {
        this.find = connection.prepareStatement("SELECT number FROM word WHERE term = ? AND text = ?");
        this.insert = connection.prepareStatement("INSERT INTO word VALUES (?, ?, ?)");
    }

    /** The word's number, from 1. */
    int number(Term term, String text) throws SQLException {
        Known known = terms.computeIfAbsent(term, each -> new Known());
        Integer remembered = known.get(text);
        if (remembered != null) {
            return remembered;
        }
        // None has been forgotten as long as all fit: then it is a new one.
        int number = known.count < REMEMBERED ? 0 : find(term, text);
        if (number == 0) {
            number = ++known.count;
            insert.setString(1, term.name());
            insert.setString(2, text);
            insert.setInt(3, number);
            insert.executeUpdate();
            known.tell(text);
        }
        known.put(text, number);
        return number;
    }

    private int find(Term term, String text) throws SQLException {
        find.setString(1, term.name());
        find.setString(2, text);
        try (ResultSet result = find.executeQuery()) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    /** Takes notice of states of polarization, which need no numbers: the same bits. */
    int states(int bits) {
        states |= bits;
        return bits;
    }

    /** How many words of a term there are. */
    int count(Term term) {
        Known known = terms.get(term);
        return known == null ? 0 : known.count;
    }

    /** As {@link Statistics} tells them. */
    Map<Term, List<String>> words() {
        Map<Term, List<String>> words = new EnumMap<>(Term.class);
        for (Term term : Term.values()) {
            Known known = terms.get(term);
            if (known == null) {
                words.put(term, List.of());
            } else if (known.count <= Statistics.MOST) {
                words.put(term, List.copyOf(known.told));
            }
        }
        words.remove(Term.ID);
        words.put(Term.POL, PolStates.of(states));
        return words;
    }

    @Override
    public void close() throws SQLException {
        find.close();
        insert.close();
    }

    /** The words of a term that were met last, and how many there are. */
    private static final class Known extends LinkedHashMap<String, Integer> {
        private static final long serialVersionUID = 1L;

        private final TreeSet<String> told = new TreeSet<>();
        private int count;

        Known() {
            super(16, 0.75f, true);
        }

        void tell(String text) {
            if (told.size() <= Statistics.MOST) {
                told.add(text);
            }
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    }
}
