package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.ImageBytes;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.catalogue.Statistics;
import org.lenticular.catalogue.facts.FactColumns;
import org.lenticular.catalogue.facts.FactsWriter;
import org.lenticular.query.PolStates;
import org.lenticular.query.Term;
import org.lenticular.table.EncodedRow;

/** Takes out of each image's cells what can be constrained, when a load puts images in order. */
final class StagedFacts implements AutoCloseable {
    private static final int UNUSED = -1;
    private static final int NUMBERS = FactColumns.NUMBERS.size();
    private static final int IDS = NUMBERS + FactColumns.WORDS.size();

    private final FactsWriter writer;
    private final WordNumbers dictionary;
    /** For each cell what it is: a number, a word, or the identifier. */
    private final int[] uses;

    private final EncodedRow.Reader row = new EncodedRow.Reader();
    private final double[] numbers = new double[NUMBERS];
    private final int[] words = new int[FactColumns.WORDS.size()];
    private @Nullable String id;

    private StagedFacts(FactsWriter writer, WordNumbers dictionary, int[] uses) {
        this.writer = writer;
        this.dictionary = dictionary;
        this.uses = uses;
    }

    /** @param columns of the rows that will come */
    static StagedFacts create(Connection connection, Path file, long images, List<StoredColumn> columns)
            throws SQLException, IOException {
        int[] uses = new int[columns.size()];
        Set<Integer> known = new HashSet<>();
        for (int i = 0; i < uses.length; i++) {
            int use = use(columns.get(i).role());
            uses[i] = known.add(use) ? use : UNUSED;
        }
        Set<String> roles = columns.stream()
                .map(StoredColumn::role)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        WordNumbers dictionary = new WordNumbers(connection);
        try {
            return new StagedFacts(FactsWriter.create(file, images, roles), dictionary, uses);
        } catch (IOException | RuntimeException e) {
            dictionary.close();
            throw e;
        }
    }

    private static int use(@Nullable String role) {
        int number = FactColumns.NUMBERS.indexOf(String.valueOf(role));
        if (number >= 0) {
            return number;
        }
        for (int i = 0; i < FactColumns.WORDS.size(); i++) {
            if (FactColumns.WORDS.get(i).column().equals(role)) {
                return NUMBERS + i;
            }
        }
        return Term.ID.column().equals(role) ? IDS : UNUSED;
    }

    /** @param image as {@link ImageBytes} has it */
    void add(byte[] image) throws SQLException, IOException {
        Arrays.fill(numbers, Double.NaN);
        Arrays.fill(words, 0);
        id = null;
        row.start(image, ImageBytes.row(image));
        row.advance(); // path
        row.advance(); // what sources hold
        for (int i = 0; i < uses.length && row.end() < image.length; i++) {
            int use = uses[i];
            row.advance();
            if (use != UNUSED && !row.isEmpty()) {
                take(use, row.text());
            }
        }
        writer.add(numbers, words);
    }

    private void take(int use, String text) throws SQLException {
        if (use < NUMBERS) {
            numbers[use] = number(text);
        } else if (!text.isBlank() && use == IDS) {
            id = text;
        } else if (!text.isBlank()) {
            Term term = FactColumns.WORDS.get(use - NUMBERS);
            words[use - NUMBERS] = term == Term.POL
                    ? dictionary.states(PolStates.bits(text))
                    : dictionary.number(term, term == Term.CALIB ? whole(text) : text);
        }
    }

    /** NaN where it is none. */
    private static double number(String text) {
        return switch (text.strip()) {
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    yield Double.NaN;
                }
            }
        };
    }

    /** A level may be kept in a column of floating-point numbers. */
    private static String whole(String text) {
        double number = number(text);
        return number == Math.rint(number) && Math.abs(number) < 1000 ? Integer.toString((int) number) : text;
    }

    /** The {@code obs_publisher_did} of the image that was added last; null where it has none. */
    @Nullable
    String id() {
        return id;
    }

    /** Writes what is left; what is known of the whole. */
    Statistics finish() throws IOException {
        writer.finish(dictionary.count(Term.TARGET));
        return new Statistics(writer.extents(), dictionary.words());
    }

    @Override
    public void close() throws SQLException, IOException {
        try (writer) {
            dictionary.close();
        }
    }
}
