package org.lenticular.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.table.TableBuilder;
import uk.ac.starlink.table.formats.RowEvaluatorTableBuilder;
import uk.ac.starlink.util.DataSource;

/**
 * One of the operator's table files, of any format that STIL reads; compressed ones too. Rows stream: of a file of any size only the current
 * row is in memory. Not thread-safe.
 */
final class TableFile {
    private final Path path;
    private final Optional<String> format;
    private @Nullable StarTable opened;

    TableFile(Path path, Optional<String> format) {
        this.path = path;
        this.format = format.or(() -> byEnding(path));
    }

    Path path() {
        return path;
    }

    /** STIL knows the others by their content. A header is what our documentation asks of CSV; STIL would guess, wrongly where all is text. */
    private static Optional<String> byEnding(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|z)$", "");
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Optional.ofNullable(
                switch (ending) {
                    case "csv" -> "csv(header=true)";
                    case "tsv" -> "csv(header=true,delimiter=\t)";
                    case "psv" -> "csv(header=true,delimiter=|)";
                    case "ecsv" -> "ecsv";
                    case "vot", "votable", "xml" -> "votable";
                    case "tbl" -> "ipac";
                    case "tst" -> "tst";
                    default -> null;
                });
    }

    /** What the table says of itself. */
    TableHead head() throws TableException {
        HeadSink sink = new HeadSink();
        read(sink);
        if (sink.head == null) {
            throw new TableException(path, 0, "has no table in it", null);
        }
        return sink.head;
    }

    /**
     * Hands the table to the sink.
     *
     * @throws TableException where the file cannot be read (on), or the sink has failed: then with that as its cause
     */
    void read(RowSink sink) throws TableException {
        CountingSink counting = new CountingSink(sink);
        try {
            DataSource source = source();
            if (isVotable(source)) {
                VotableReader.read(new BufferedInputStream(source.getInputStream()), counting);
            } else {
                readByStil(source, counting);
            }
        } catch (IOException | RuntimeException e) {
            Exception own = counting.failure();
            if (own != null) {
                throw new TableException(path, counting.rows(), own);
            }
            throw new TableException(path, counting.rows(), TableException.reason(e), e);
        }
    }

    private DataSource source() throws IOException {
        DataSource source = new OwnFile(path.toFile());
        source.setName(path.getFileName().toString());
        return source;
    }

    private boolean isVotable(DataSource source) throws IOException {
        if (format.isPresent()) {
            return format.get().equalsIgnoreCase("votable");
        }
        String intro = new String(source.getIntro(), StandardCharsets.ISO_8859_1);
        return intro.replaceFirst("^\\u00EF\\u00BB\\u00BF", "").stripLeading().startsWith("<");
    }

    private void readByStil(DataSource source, RowSink sink) throws IOException {
        StarTable table = opened == null ? open(source) : opened;
        opened = table;
        if (!offer(sink, TableHead.of(table))) {
            return;
        }
        try (RowSequence rows = table.getRowSequence()) {
            while (rows.next()) {
                if (!offer(sink, rows.getRow())) {
                    return;
                }
            }
        }
    }

    private StarTable open(DataSource source) throws IOException {
        StarTableFactory factory = new StarTableFactory(false);
        // Rows that a format cannot stream go to a temporary file once they are many.
        factory.setStoragePolicy(StoragePolicy.ADAPTIVE);
        factory.setInputRestriction(wanted -> wanted instanceof OwnFile);
        // Formats that hold a VOTable would read it without our reader's refusals.
        factory.setDefaultBuilders(withoutVotables(factory.getDefaultBuilders()));
        factory.setKnownBuilders(withoutVotables(factory.getKnownBuilders()));
        if (format.isEmpty()) {
            return factory.makeStarTable(source);
        }
        TableBuilder builder = factory.getTableBuilder(format.get());
        if (builder instanceof RowEvaluatorTableBuilder guessing) {
            guessing.setDecoders(KeepingZeros.in(guessing.getDecoders()));
        }
        return builder.makeStarTable(source, false, factory.getStoragePolicy());
    }

    private static TableBuilder[] withoutVotables(List<TableBuilder> builders) {
        return builders.stream()
                .filter(builder -> !builder.getClass().getPackageName().equals("uk.ac.starlink.votable"))
                .toArray(TableBuilder[]::new);
    }

    private static boolean offer(RowSink sink, TableHead head) throws IOException {
        try {
            return sink.head(head);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static boolean offer(RowSink sink, @Nullable Object[] cells) throws IOException {
        try {
            return sink.row(cells);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** Keeps the head and wants no row. */
    private static final class HeadSink implements RowSink {
        private @Nullable TableHead head;

        @Override
        public boolean head(TableHead table) {
            head = table;
            return false;
        }

        @Override
        public boolean row(@Nullable Object[] cells) {
            return false;
        }
    }
}
