package org.lenticular.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lenticular.archive.Source;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.data.DataProtocol;
import org.lenticular.datalink.DataLinkProtocol;
import org.lenticular.http.Endpoints;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.Kinds;
import org.lenticular.location.Place;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Origin;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.Served;
import org.lenticular.protocol.TaggedProtocol;
import org.lenticular.protocol.Tags;
import org.lenticular.sia.SiaProtocol;
import org.lenticular.sia2.CoverageProtocol;
import org.lenticular.sia2.Sia2Protocol;

/**
 * A whole service of seeded images, which are loaded where they are not there yet.
 *
 * @param folder where they are kept
 */
record SeededService(Path folder, Catalogue catalogue, Protocol sia, Protocol sia2, Endpoints endpoints)
        implements AutoCloseable {
    /** @param maxRows of an answer */
    static SeededService of(int images, int maxRows) throws Exception {
        // The collection is called images, whatever their number: a folder for each.
        Path folder = Files.createDirectories(Path.of("target", "bench", Integer.toString(images)));
        CatalogueStore store = new SqliteStore(folder, Duration.ofHours(1), 64);
        if (store.inputs("images").isEmpty()) {
            long start = System.nanoTime();
            SeededImages.load(store, "images", images, 1);
            System.out.printf("loaded %d images in %.1f s%n", images, (System.nanoTime() - start) / 1e9);
        }
        Catalogue catalogue = store.open();
        Map<String, Served> collections = served(folder, false);
        Protocol sia = new SiaProtocol(catalogue, collections, 10_000, maxRows);
        Sia2Protocol.Limits limits = new Sia2Protocol.Limits(10_000, maxRows, 1_000);
        Protocol sia2 = new Sia2Protocol(catalogue, collections, limits, Origin.UNTOLD);
        Tags tags = new Tags("bench", catalogue, collections);
        Endpoints endpoints = new Endpoints(
                new TaggedProtocol(sia, tags),
                new TaggedProtocol(sia2, tags),
                new CoverageProtocol(catalogue, collections, limits),
                new DataLinkProtocol(catalogue, collections, new DataLinkProtocol.Limits(5_000, 5_000, 100_000)),
                new DataProtocol(catalogue, served(folder, true)),
                () -> "",
                new Endpoints.Documents(sia, Set.of("/vo/capabilities")),
                List::of);
        return new SeededService(folder, catalogue, sia, sia2, endpoints);
    }

    /** What an address asks. */
    static Request request(String address, String base) {
        List<Map.Entry<String, String>> parameters = new ArrayList<>();
        for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.add(Map.entry(parts[0], parts[1].replace('+', ' ')));
        }
        return new Request(Parameters.of(parameters), "", base, null);
    }

    /** Makes the whole answer to an address; its length. */
    static long write(Protocol protocol, String address) {
        Answer answer = protocol.answer(request(address, "https://bench.example.org"));
        Counted counted = new Counted();
        try (Answer.Body body = answer.body()) {
            body.write(counted);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return counted.bytes;
    }

    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }

    private static Map<String, Served> served(Path folder, boolean toSign) throws Exception {
        var kinds = Kinds.found();
        Path keys = Files.writeString(folder.resolve("keys"), "BENCHKEY\nbench-secret\n");
        Place main = new Place(
                new Source("main-server", "On prem servers", List.of(), false),
                Optional.of(kinds.get("http").open(Map.of("base", "https://archive.example.org/data/"))),
                true);
        Place aws = new Place(
                new Source("aws:us-east1", "AWS", List.of(), false),
                Optional.of(kinds.get("s3")
                        .open(Map.of("region", "us-east-1", "bucket", "bench-images", "access", "open"))),
                true);
        Place signed = new Place(
                new Source("signed", "A server of ours", List.of(), false),
                Optional.of(kinds.get("s3")
                        .open(Map.of(
                                "endpoint",
                                "https://s3.example.org",
                                "bucket",
                                "bench-images",
                                "access",
                                "restricted",
                                "key_file",
                                keys.toAbsolutePath().toString(),
                                "links",
                                "presigned"))),
                true);
        List<Place> places = toSign ? List.of(main, aws, signed) : List.of(main, aws);
        return Map.of("images", new Served("images", "images", new CopyChooser("images", places)));
    }

    @Override
    public void close() {
        catalogue.close();
    }
}
