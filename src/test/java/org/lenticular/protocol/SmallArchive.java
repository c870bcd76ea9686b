package org.lenticular.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.archive.Source;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.ImageRecord;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.fault.FaultException;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.Place;
import org.lenticular.location.Places;
import org.lenticular.sky.Cap;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.VotableDocument;

/**
 * A collection {@code stars} of three observations along the equator, at right ascension 10, 20 and 30, each an image of FITS and one of JPEG, 1°
 * wide; beside it {@code empty}, loaded with nothing, and {@code unloaded}. In a real catalogue, and served to a client that speaks through
 * {@link #ask}. The source {@code aws:us-east2} is only {@code unloaded}'s.
 */
public final class SmallArchive implements AutoCloseable {
    public static final String BASE = "https://us.example.org/lenticular";

    private static final Column NAXIS = Column.scalar("SIA_naxis", Datatype.INT).withType(Datatype.INT, "*");

    /** Names as archives have them: with blanks, twice, and like the IDs that the document itself needs. */
    public static final List<StoredColumn> COLUMNS = List.of(
            own(Column.text("name")
                    .withDescription("Target <of> the \"observer\"")
                    .withUcd("meta.id")),
            own(Column.text("exposure time").withRef("somewhere")),
            own(Column.text("icrs")),
            own(Column.text("DataLinkID")),
            own(Column.text("name").withId("theirs")),
            new StoredColumn(Column.text("datalink"), "datalink", false),
            new StoredColumn(Column.scalar("s_ra", Datatype.DOUBLE).withUnit("deg"), "s_ra", false),
            new StoredColumn(Column.text("access_url"), "access_url", false),
            new StoredColumn(Column.text("SIA_title"), "SIA_title", false),
            new StoredColumn(Column.text("SIA_reference"), "SIA_reference", false),
            new StoredColumn(Column.text("SIA_format").withUcd("meta.code.mime"), "SIA_format", false),
            new StoredColumn(NAXIS, "SIA_naxis", false),
            new StoredColumn(Column.text("SIA_instrument"), "SIA_instrument", false),
            new StoredColumn(Column.text("cloud_access"), "cloud_access", false));

    private final Catalogue catalogue;
    private final Map<String, Served> collections = new LinkedHashMap<>();

    public SmallArchive(Path folder) throws IOException {
        SqliteStore store = new SqliteStore(folder, Duration.ofSeconds(60), 64);
        try (CatalogueWriter writer = store.write("stars")) {
            for (int i = 1; i <= 3; i++) {
                image(writer, i, "fits");
                image(writer, i, "jpeg");
                writer.product("star:" + i, product("star " + i + ".jpeg", "#preview", "image/jpeg", null));
                writer.product("star:" + i, product("star " + i + ".fits", "#this", "image/fits", 1000L * i));
            }
            writer.product(
                    "star:lost",
                    new Product(
                            "lost.fits",
                            "#this",
                            "Lost",
                            null,
                            null,
                            null,
                            null,
                            Map.of("main-server", Held.NOT, "aws:us-east1", Held.NOT)));
            writer.publish(COLUMNS, Set.of("main-server", "aws:us-east1"), "stars");
        }
        try (CatalogueWriter writer = store.write("empty")) {
            writer.publish(COLUMNS, Set.of(), "nothing");
        }
        catalogue = store.open();
        CopyChooser copies = new CopyChooser(
                "stars", List.of(Places.MAIN, Places.EAST, Places.NOWHERE), List.of(Places.ALSO_EAST.source()));
        collections.put("stars", new Served("stars", "Stars & <planets>", copies));
        collections.put("empty", served("empty", "Nothing", List.of(Places.MAIN), Places.ALSO_EAST));
        collections.put("unloaded", served("unloaded", "Later", List.of(Places.MAIN, Places.ALSO_EAST)));
    }

    private static Served served(String name, String title, List<Place> places, Place... others) {
        List<Source> elsewhere = Stream.concat(Stream.of(Places.EAST, Places.NOWHERE), Stream.of(others))
                .map(Place::source)
                .toList();
        return new Served(name, title, new CopyChooser(name, places, elsewhere));
    }

    private static StoredColumn own(Column column) {
        return new StoredColumn(column, null, true);
    }

    private static void image(CatalogueWriter writer, int i, String type) throws IOException {
        String title = "star " + i + "." + type;
        List<@Nullable String> cells = new ArrayList<>(List.of(
                "Star <" + i + ">",
                "10",
                "",
                "",
                "twice",
                "star:" + i,
                i + "0.0",
                "kept",
                title,
                "kept",
                "image/" + type,
                "1024 1024",
                "Camera",
                "kept"));
        writer.image(new ImageRecord(
                i,
                Optional.of("ivo://stars/" + title),
                "star:" + i,
                Optional.of(Cap.of(10 * i, 0, 0.5)),
                "image/" + type,
                title,
                Map.of(),
                cells));
    }

    private static Product product(String path, String semantics, String type, @Nullable Long length) {
        return new Product(path, semantics, "File " + path, type, length, "#image", "file", Map.of());
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Map<String, Served> collections() {
        return collections;
    }

    /** One of the collections, as if there were no other. */
    public Map<String, Served> only(String name) {
        return Map.of(name, Served.named(collections, "table", name));
    }

    /** What a client gets that sends this query string, its values not encoded, and accepts this. */
    public Reply ask(Protocol protocol, String path, String query, @Nullable String accept) throws IOException {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            pairs.add(Map.entry(pair.substring(0, equals), pair.substring(equals + 1)));
        }
        return ask(protocol, new Request(Parameters.of(pairs), path, BASE, accept));
    }

    public Reply ask(Protocol protocol, Request request) throws IOException {
        Answer answer;
        try {
            answer = protocol.answer(request);
        } catch (FaultException e) {
            answer = protocol.fault(request, e.fault());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Answer.Body body = answer.body()) {
            body.write(out);
        }
        return new Reply(answer.status(), answer.contentType(), answer.headers(), out.toByteArray());
    }

    /** An answer, all of it. */
    public record Reply(int status, String contentType, Map<String, String> headers, byte[] body) {
        public VotableDocument votable() {
            return VotableDocument.read(body);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        catalogue.close();
    }
}
