package org.lenticular.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lenticular.stac.ItemCollection;
import org.lenticular.table.CsvTable;
import org.lenticular.table.FitsTable;
import org.lenticular.table.Format;
import org.lenticular.table.HtmlPage;
import org.lenticular.table.JsonLines;
import org.lenticular.table.JsonTable;
import org.lenticular.table.ParquetTable;
import org.lenticular.table.TextTable;
import org.lenticular.table.TsvTable;
import org.lenticular.table.VotableBinary2;
import org.lenticular.table.VotableTabledata;

/** The forms that answers can have, each with the names that clients know it by (DALI 1.1 §3.4.3, and those of TAP services). */
enum Form {
    TABLEDATA(new VotableTabledata(), List.of("votable", "votable/td"), List.of(Form.VOTABLE, Form.XML)),
    BINARY2(new VotableBinary2(), List.of("votable/b2"), List.of(Form.VOTABLE, Form.XML)),
    CSV(new CsvTable(), List.of("csv"), List.of("text/csv")),
    TSV(new TsvTable(), List.of("tsv"), List.of("text/tab-separated-values")),
    JSON(new JsonTable(), List.of("json"), List.of("application/json")),
    JSON_LINES(new JsonLines(), List.of("ndjson"), List.of("application/x-ndjson")),
    FITS(new FitsTable(), List.of("fits"), List.of("application/fits")),
    PARQUET(
            new ParquetTable(),
            List.of("parquet"),
            List.of("application/vnd.apache.parquet", "application/x-parquet", "application/parquet")),
    GEOJSON(new ItemCollection(), List.of("geojson"), List.of(ItemCollection.MEDIA_TYPE)),
    TEXT(new TextTable(), List.of("text"), List.of("text/plain")),
    HTML(new HtmlPage(), List.of("html"), List.of("text/html"));

    private static final String VOTABLE = "application/x-votable+xml";
    private static final String XML = "text/xml";

    private final Format format;
    private final List<String> words;
    private final List<String> types;

    Form(Format format, List<String> words, List<String> types) {
        this.format = format;
        this.words = words;
        this.types = types;
    }

    Format format() {
        return format;
    }

    boolean isVotable() {
        return this == TABLEDATA || this == BINARY2;
    }

    /** Whether this server can write it. */
    boolean isAvailable() {
        return this != PARQUET || ParquetTable.isAvailable();
    }

    /** What an answer holds. */
    enum Content {
        /** Rows of any kind. */
        TABLE,
        /** Images by ObsCore's columns. */
        IMAGES
    }

    /** Whether it suits such an answer, and this server can write it. */
    boolean suits(Content content) {
        return isAvailable() && (this != GEOJSON || content == Content.IMAGES);
    }

    /** All short names for such an answer, in the order in which people are told of them. */
    static List<String> allWords(Content content) {
        return Arrays.stream(values())
                .filter(form -> form.suits(content))
                .flatMap(form -> form.words.stream())
                .toList();
    }

    /** The form of this short name or media type, available or not; empty where there is none. */
    static Optional<Form> named(MediaType name) {
        return Arrays.stream(values())
                .filter(form -> form.words.contains(name.type()) || form.types.contains(name.type()))
                .filter(form -> form.hasParametersOf(name))
                .findFirst();
    }

    /** The same without short names, which are no media types. */
    static Optional<Form> ofType(MediaType type) {
        return named(type).filter(form -> form.types.contains(type.type()));
    }

    /** Parameters that make another form of it must be right; others do not matter. */
    private boolean hasParametersOf(MediaType name) {
        return switch (this) {
            // The short name says it already, or says nothing: then TABLEDATA is what it stands for.
            case TABLEDATA ->
                name.parameter("serialization").orElse("tabledata").equals("tabledata");
            case BINARY2 ->
                name.parameter("serialization")
                        .orElse(words.contains(name.type()) ? "binary2" : "tabledata")
                        .equals("binary2");
            case CSV -> name.parameter("header").orElse("present").equals("present");
            case TSV, JSON, JSON_LINES, FITS, PARQUET, GEOJSON, TEXT, HTML -> true;
        };
    }

    /**
     * The header of an answer in this form.
     *
     * @param asked the name that the client gave: a media type comes back, where it may with other parameters
     * @param votable what a protocol's VOTable has where it was not asked for by another type
     */
    String contentType(MediaType asked, String votable) {
        return switch (this) {
            case TABLEDATA -> votableType(asked, votable);
            case BINARY2 -> {
                String type = votableType(asked, votable);
                // SIA 1.0's own type has no word for a serialization.
                yield asked.type().equals(XML) || type.startsWith(VOTABLE)
                        ? type + ";serialization=BINARY2"
                        : VOTABLE + ";serialization=BINARY2";
            }
            // In the order in which Tomcat writes it.
            case CSV -> "text/csv;header=present;charset=UTF-8";
            case TSV -> "text/tab-separated-values;charset=UTF-8";
            case JSON -> "application/json";
            case JSON_LINES -> "application/x-ndjson";
            case FITS -> "application/fits";
            case PARQUET, GEOJSON -> types.get(0);
            case TEXT -> "text/plain;charset=UTF-8";
            case HTML -> "text/html;charset=UTF-8";
        };
    }

    private static String votableType(MediaType asked, String votable) {
        return switch (asked.type()) {
            case XML -> XML;
            case VOTABLE -> votable.startsWith(VOTABLE) ? votable : VOTABLE;
            default -> votable;
        };
    }

    /** The header of a fault: a form that has no place for one tells it in plain text (DALI 1.1 §4.2). */
    String faultType(MediaType asked, String votable) {
        return switch (this) {
            case TABLEDATA, BINARY2 -> votableType(asked, votable);
            case JSON_LINES, GEOJSON -> JSON.contentType(asked, votable);
            case CSV, TSV, FITS, PARQUET -> TEXT.contentType(asked, votable);
            case JSON, TEXT, HTML -> contentType(asked, votable);
        };
    }
}
