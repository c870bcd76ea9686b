package org.lenticular.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A configuration that a test has written, beside a table {@code t.csv}. */
record Written(Path file) {
    /** A whole configuration of one collection, but for the end: what comes behind belongs to the collection. */
    static final String COLLECTION = """
            sources:
              web: { kind: http, base: "https://a.example/" }
              aws: { kind: s3, region: us-east-1, bucket: b }
              gc: { title: Elsewhere }
            collections:
              c:
                table: t.csv
            """;

    static Written in(Path folder, String yaml) {
        return in(folder, yaml.getBytes(StandardCharsets.UTF_8));
    }

    static Written in(Path folder, byte[] yaml) {
        try {
            Files.writeString(folder.resolve("t.csv"), "s_ra,s_dec\n1,2\n");
            return new Written(Files.write(folder.resolve("l.yaml"), yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The configuration, which has no mistake. */
    Config config() {
        try {
            return ConfigReader.read(file, Kinds.FAKE);
        } catch (ConfigException e) {
            throw new AssertionError(e.report(), e);
        }
    }

    Config.CollectionSettings collection() {
        return config().collections().values().iterator().next();
    }

    /** Its mistakes; none where it has none. */
    List<Problem> problems() {
        try {
            ConfigReader.read(file, Kinds.FAKE);
            return List.of();
        } catch (ConfigException e) {
            return e.problems();
        }
    }

    /** Its mistakes as an operator reads them. */
    List<String> lines() {
        return problems().stream().map(problem -> problem.in("l.yaml")).toList();
    }

    /** The one mistake that it has. */
    String line() {
        List<String> lines = lines();
        if (lines.size() != 1) {
            throw new AssertionError("one problem was expected, but there are " + lines);
        }
        return lines.get(0);
    }
}
