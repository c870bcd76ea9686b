package org.lenticular.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lenticular.config.Config;
import org.lenticular.config.Config.CollectionSettings;
import org.lenticular.config.Config.Holding;
import org.lenticular.config.Config.Place;
import org.lenticular.config.Config.TableSettings;
import org.lenticular.config.Holds;
import org.lenticular.load.inventory.Inventory;

/** What a collection is loaded from, in a few characters: another one means that something has changed. */
final class Fingerprint {
    /** Goes up when the same input makes another catalogue. */
    private static final int SCHEMA = 8;

    /** Files up to this are compared by content, so that a copy of them is the same; beyond, by size, time and both ends. */
    private static final long WHOLE = 32L << 20;

    private static final int END = 1 << 20;

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(Config config, CollectionSettings settings) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.settings(config, settings);
        List<TableSettings> tables = new ArrayList<>(settings.tables());
        settings.productTable().ifPresent(tables::add);
        for (TableSettings table : tables) {
            fingerprint.table(table);
        }
        for (Holding holding : settings.holdings().values()) {
            if (holding.holds() instanceof Holds.Table listed) {
                for (TableSettings table : listed.tables()) {
                    fingerprint.table(table);
                }
            } else if (holding.holds() instanceof Holds.Inventory inventory) {
                fingerprint.inventory(inventory.manifest());
            }
        }
        return SCHEMA + ":" + HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    /** Not titles, and not the order of keys, save where it means something. */
    private void settings(Config config, CollectionSettings settings) {
        text(config.service().authority());
        text(settings.datasetId().toString());
        text(settings.products().toString());
        text(Double.toString(settings.badRows()));
        text(new TreeMap<>(settings.columns()).toString());
        settings.holdings().forEach((source, holding) -> {
            text(source + holds(holding.holds()) + holding.path());
            text(sorted(holding.settings()));
            Place place = config.places().get(source);
            text(place == null ? "" : place.kind() + sorted(place.settings()));
        });
    }

    /** Without the files' places: they may be moved together with the configuration. */
    private static String holds(Holds holds) {
        if (holds instanceof Holds.Table table) {
            return "table" + table.path() + table.at() + table.length() + table.etag();
        }
        return holds instanceof Holds.Inventory ? "inventory" : holds.toString();
    }

    private static String sorted(Map<String, String> map) {
        return new TreeMap<>(map).toString();
    }

    private void text(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void table(TableSettings table) throws IOException {
        text(table.format().orElse(""));
        file(table.file());
    }

    /** The manifest has the checksums of its files: those need not be read here, where they are many. */
    private void inventory(Path manifest) throws IOException {
        List<Path> files = Inventory.files(manifest);
        long sizes = 0;
        for (Path file : files) {
            sizes += Files.size(file);
        }
        for (Path file : files) {
            if (sizes <= WHOLE || file.equals(manifest)) {
                file(file);
            } else {
                text(file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
    }

    private void file(Path file) throws IOException {
        long size = Files.size(file);
        text(file.getFileName() + " " + size);
        try (InputStream in = Files.newInputStream(file)) {
            if (size <= WHOLE) {
                byte[] buffer = new byte[1 << 16];
                for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
                return;
            }
            text(Files.getLastModifiedTime(file).toString());
            digest.update(in.readNBytes(END));
            in.skipNBytes(size - 2L * END);
            digest.update(in.readNBytes(END));
        }
    }
}
