package org.lenticular.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns as the standards define them, by name: ObsCore 1.1's, and SIA 1.0's by the names of this project. */
public final class StandardColumns {
    private static final Map<String, Column> BY_NAME = read();

    private StandardColumns() {}

    /** The standard's column of this name; empty where it is in no standard. */
    public static Optional<Column> of(@Nullable String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(BY_NAME.get(name));
    }

    private static Map<String, Column> read() {
        Map<String, Column> columns = new LinkedHashMap<>();
        try (InputStream in = StandardColumns.class.getResourceAsStream("standard-columns.txt")) {
            if (in == null) {
                throw new IllegalStateException("standard-columns.txt is not beside its class");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ?\\| ?", -1))
                    .forEach(f -> columns.put(f[0], column(f)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(columns);
    }

    private static Column column(String[] f) {
        Datatype type = Datatype.of(f[1]);
        return new Column(
                f[0], type, none(f[2]), none(f[3]), none(f[4]), none(f[5]), none(f[6]), none(f[7]), null, system(f[0]));
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String system(String name) {
        return switch (name) {
            case "s_ra", "s_dec", "s_region", "SIA_ra", "SIA_dec", "SIA_crval" -> Systems.ICRS;
            case "t_min", "t_max", "SIA_dateobs" -> Systems.MJD;
            default -> null;
        };
    }
}
