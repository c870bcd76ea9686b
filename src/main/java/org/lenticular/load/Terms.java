package org.lenticular.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;

/** Every role that a column can have, and the names that the standards know it by; the list itself is {@code terms.psv}. */
final class Terms {
    private static final Map<String, Term> BY_NAME = read();
    private static final Map<String, Term> BY_UTYPE = new LinkedHashMap<>();
    private static final Map<String, Term> BY_UCD = new LinkedHashMap<>();

    static {
        for (Term term : BY_NAME.values()) {
            String utype = term.column().utype();
            if (utype != null) {
                BY_UTYPE.put(withoutPrefix(utype), term);
            }
            // ObsCore's UCDs are no names: many columns may have the same. Those of positions and of SIA 1.0 are.
            term.ucd().filter(ucd -> !ucd.matches("[a-z].*")).ifPresent(ucd -> BY_UCD.put(folded(ucd), term));
        }
        BY_UCD.put("pos.eq.ra;meta.main", named("s_ra"));
        BY_UCD.put("pos.eq.dec;meta.main", named("s_dec"));
        BY_UCD.put("pos_eq_ra_main", named("s_ra"));
        BY_UCD.put("pos_eq_dec_main", named("s_dec"));
    }

    private Terms() {}

    /** The role of this name, which is one of {@link org.lenticular.archive.Roles#ALL}. */
    static Term named(String name) {
        return Objects.requireNonNull(BY_NAME.get(folded(name)), name);
    }

    /** Without regard to case. */
    static Optional<Term> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(folded(name)));
    }

    /** Without regard to case, and to the prefix. */
    static Optional<Term> byUtype(@Nullable String utype) {
        return utype == null ? Optional.empty() : Optional.ofNullable(BY_UTYPE.get(withoutPrefix(utype)));
    }

    /** Only those that mark one column of a table: the main position, and SIA 1.0's. */
    static Optional<Term> byUcd(@Nullable String ucd) {
        return ucd == null ? Optional.empty() : Optional.ofNullable(BY_UCD.get(folded(ucd)));
    }

    /** Which may be the main position where no column says that it is. */
    static Optional<Term> byWeakUcd(@Nullable String ucd) {
        return switch (ucd == null ? "" : folded(ucd)) {
            case "pos.eq.ra" -> Optional.of(named("s_ra"));
            case "pos.eq.dec" -> Optional.of(named("s_dec"));
            default -> Optional.empty();
        };
    }

    private static String withoutPrefix(String utype) {
        return folded(utype.substring(utype.lastIndexOf(':') + 1));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Term> read() {
        Map<String, Term> terms = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(Terms.class.getResourceAsStream("terms.psv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Terms::term)
                    .forEach(term -> terms.put(folded(term.name()), term));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    private static Term term(String line) {
        String[] parts = line.split("\\|", -1);
        String utype = parts[5].isEmpty() ? null : "obscore:" + parts[5];
        String ucd = utype == null ? null : parts[4];
        Datatype type = Datatype.valueOf(parts[1].toUpperCase(Locale.ROOT));
        Column column = new Column(
                parts[0], type, present(parts[2]), present(parts[3]), ucd, utype, null, parts[6], null, null);
        return new Term(column, Optional.ofNullable(present(parts[4])));
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }
}
