package org.lenticular.load;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Template;
import org.lenticular.load.Units.Conversion;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;

/**
 * Where a role's value comes from, and how it becomes the role's own unit and type. Immutable.
 *
 * @param column the own column that is all there is to the value
 * @param template over the row's cells; its unit is not part of it
 * @param unit that stands behind the template, with the blank before it; empty where none does
 */
record RoleValue(Term term, Template template, OptionalInt column, String unit, Conversion conversion) {
    /** A word behind a number, a brace or a bracket; not a date's {@code T}, since that has no blank before it. */
    private static final Pattern UNIT_BEHIND = Pattern.compile("(?s)(.*[\\d.}\\])])(\\s+([^\\s\\d{}][^\\s{}]*))\\s*");

    /** The value of an own column. */
    static Optional<RoleValue> of(Term term, Column own, int index) {
        // Dates are text, whatever unit their column claims to have, such as iso-8601.
        boolean isDate = Units.isTime(term) && own.type().isText();
        return Units.conversion(term, term.isText() || isDate ? null : own.unit())
                .map(conversion ->
                        new RoleValue(term, Templates.column(own.name()), OptionalInt.of(index), "", conversion));
    }

    /** A value as it is configured; empty where its unit is not known, which is then {@link #unitOf}. */
    static Optional<RoleValue> of(Term term, Template configured, OwnColumns columns) {
        OptionalInt only = columns.only(configured);
        String behind = unitBehind(term, configured);
        if (only.isPresent()) {
            return of(term, columns.get(only.getAsInt()), only.getAsInt());
        }
        Template bare = Templates.parse(configured
                .toString()
                .substring(0, configured.toString().stripTrailing().length() - behind.length()));
        String unit = behind.isEmpty() ? unitOfOnly(bare, columns) : behind.strip();
        return Units.conversion(term, term.isText() ? null : unit)
                .map(conversion -> new RoleValue(term, bare, OptionalInt.empty(), behind, conversion));
    }

    /** The unit that a configured value is in; null where nothing says. */
    static @Nullable String unitOf(Term term, Template configured, OwnColumns columns) {
        String behind = unitBehind(term, configured);
        return behind.isEmpty() ? unitOfOnly(configured, columns) : behind.strip();
    }

    private static @Nullable String unitOfOnly(Template template, OwnColumns columns) {
        OptionalInt only = columns.only(template);
        return only.isPresent() ? columns.get(only.getAsInt()).unit() : null;
    }

    private static String unitBehind(Term term, Template configured) {
        Matcher matcher = UNIT_BEHIND.matcher(configured.toString());
        return term.isText() || !matcher.matches() ? "" : matcher.group(2);
    }

    /** Whether the own column's cells are the role's values as they are. */
    boolean isAsItIs(OwnColumns columns) {
        if (column.isEmpty()) {
            return false;
        }
        Column own = columns.get(column.getAsInt());
        return term.isText()
                || conversion.isIdentity()
                        && !own.type().isText()
                        && own.type() != Datatype.BOOLEAN
                        && term.isArray() == (own.arraysize() != null);
    }

    /** The name that a message calls the value by: the own column where it is one. */
    String source() {
        return template.columns().size() == 1 ? template.columns().iterator().next() : term.name();
    }

    /** Its text, not converted; null where the row has none. */
    @Nullable
    String text(Row row) {
        String text = row.expand(template);
        return text == null || text.isBlank() ? null : text;
    }

    /** NaN where the row has none. */
    double number(Row row) throws BadRow {
        String text = text(row);
        if (text == null || isNull(text)) {
            return Double.NaN;
        }
        if (Units.isTime(term) && (Moment.isDate(text) || text.indexOf('-') > 0 && text.indexOf(':') > 0)) {
            return Moment.mjd(source(), text);
        }
        return conversion.apply(Numbers.parse(source(), text));
    }

    /** None where the row has none. */
    double[] numbers(Row row) throws BadRow {
        double[] numbers = Numbers.parseAll(source(), text(row));
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = conversion.apply(numbers[i]);
        }
        return numbers;
    }

    /** How text tables write that there is no number. */
    private static boolean isNull(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "null", "none", "--", "-", "n/a", "na" -> true;
            default -> false;
        };
    }
}
