package org.lenticular.load;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Roles;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.StandardColumns;

/** Every role that a column can have, found by the names that the standards and archives know it by. */
final class Terms {
    private static final Map<String, Term> BY_NAME = new HashMap<>();
    private static final Map<String, Term> BY_UTYPE = new HashMap<>();
    private static final Map<String, Term> BY_UCD = new HashMap<>();

    static {
        for (String role : Roles.ALL) {
            Column column = StandardColumns.of(role).orElseGet(() -> ours(role));
            Term term = new Term(column);
            BY_NAME.put(folded(role), term);
            if (column.utype() != null) {
                BY_UTYPE.put(withoutPrefix(column.utype()), term);
            }
            // ObsCore's UCDs are no names, since many columns may have the same. SIA 1.0's are.
            if (column.ucd() != null && role.startsWith("SIA_")) {
                BY_UCD.put(folded(column.ucd()), term);
            }
        }
        BY_UCD.put("pos.eq.ra;meta.main", named("s_ra"));
        BY_UCD.put("pos.eq.dec;meta.main", named("s_dec"));
        BY_UCD.put("pos_eq_ra_main", named("s_ra"));
        BY_UCD.put("pos_eq_dec_main", named("s_dec"));
    }

    private Terms() {}

    /** What SIA 1.0 has no column for, and a footprint needs. */
    private static Column ours(String role) {
        return Column.scalar(role, Datatype.DOUBLE).withUnit("deg");
    }

    /** The role of this name, which is one of {@link Roles#ALL}. */
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
}
