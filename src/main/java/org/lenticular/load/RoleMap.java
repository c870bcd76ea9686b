package org.lenticular.load;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Roles;
import org.lenticular.archive.Template;
import org.lenticular.fault.Nearest;
import org.lenticular.table.Column;

/**
 * Which of a table's columns, or what else, is which role: as configured, else by name, by ObsCore's utype, by UCD. An own column plays one role
 * at the most.
 */
final class RoleMap {
    private final OwnColumns columns;
    private final Map<String, RoleValue> values = new LinkedHashMap<>();
    private final Map<Integer, Term> byColumn = new HashMap<>();
    /** Numbers that are the same in every row, converted once. */
    private final Map<String, Double> constants = new HashMap<>();

    private RoleMap(OwnColumns columns) {
        this.columns = columns;
    }

    static RoleMap of(OwnColumns columns, Map<String, Template> configured, Problems problems) {
        RoleMap map = new RoleMap(columns);
        // A column is first what its name says; what is configured may need a role of its own beside it.
        Map<String, Template> known = map.known(configured, problems);
        map.assign(known.keySet(), column -> Terms.byName(column.name()), problems);
        known.forEach((role, template) -> map.configure(Terms.named(role), template, problems));
        map.assign(known.keySet(), column -> Terms.byUtype(column.utype()), problems);
        map.assign(known.keySet(), column -> Terms.byUcd(column.ucd()), problems);
        map.assign(known.keySet(), column -> Terms.byWeakUcd(column.ucd()), problems);
        return map;
    }

    private Map<String, Template> known(Map<String, Template> configured, Problems problems) {
        Map<String, Template> known = new LinkedHashMap<>();
        configured.forEach((role, template) -> {
            Optional<Term> term = Terms.byName(role);
            if (term.isEmpty()) {
                String near = Nearest.of(role, Roles.ALL)
                        .map(name -> " (" + name + "?)")
                        .orElse("");
                problems.add("columns." + role, "", "is no column of ObsCore or SIA", "use one of their names" + near);
            } else if (problems.checkTemplate("columns." + role, template, columns)) {
                known.put(term.get().name(), template);
            }
        });
        return known;
    }

    private void configure(Term term, Template template, Problems problems) {
        Optional<RoleValue> value = RoleValue.of(term, template, columns);
        if (value.isEmpty()) {
            unknownUnit(term, RoleValue.unitOf(term, template, columns), template.toString(), problems);
            return;
        }
        values.put(term.name(), value.get());
        OptionalInt column = value.get().column();
        if (column.isPresent() && value.get().isAsItIs(columns)) {
            byColumn.putIfAbsent(column.getAsInt(), term);
        }
    }

    private void assign(Set<String> configured, Function<Column, Optional<Term>> by, Problems problems) {
        for (int i = 0; i < columns.count(); i++) {
            Column column = columns.get(i);
            Optional<Term> found = by.apply(column);
            if (found.isEmpty() || byColumn.containsKey(i)) {
                continue;
            }
            Term term = found.get();
            if (configured.contains(term.name()) || values.containsKey(term.name())) {
                continue;
            }
            Optional<RoleValue> value = RoleValue.of(term, column, i);
            if (value.isEmpty()) {
                unknownUnit(term, column.unit(), column.name(), problems);
                continue;
            }
            values.put(term.name(), value.get());
            if (value.get().isAsItIs(columns)) {
                byColumn.put(i, term);
            }
        }
    }

    private void unknownUnit(Term term, @Nullable String unit, String value, Problems problems) {
        if ("hms".equals(unit) || "dms".equals(unit)) {
            problems.add(
                    "columns." + term.name(),
                    value,
                    "is written in hours or degrees, minutes and seconds, which are not read",
                    "convert the column to decimal degrees");
            return;
        }
        problems.add(
                "columns." + term.name(),
                value,
                "is in '" + unit + "', which " + term.name() + " (" + term.unit() + ") cannot be made from",
                "write the unit behind it: \"{column} " + term.unit() + "\"; known: "
                        + String.join(", ", Units.known(term)));
    }

    /** The role's value; null where nothing plays it. */
    @Nullable
    RoleValue get(String role) {
        return values.get(role);
    }

    boolean has(String role) {
        return values.containsKey(role);
    }

    /** The role that an own column's cells play as they are. */
    Optional<Term> of(int column) {
        return Optional.ofNullable(byColumn.get(column));
    }

    /** Whether an own column's cells are the role's values as they are. */
    boolean isOwn(String role) {
        RoleValue value = values.get(role);
        return value != null
                && value.column().isPresent()
                && of(value.column().getAsInt())
                        .filter(term -> term.name().equals(role))
                        .isPresent();
    }

    /** Null where nothing plays the role, or the row has no value. */
    @Nullable
    String text(String role, Row row) {
        RoleValue value = values.get(role);
        return value == null ? null : value.text(row);
    }

    /** NaN where nothing plays the role, or the row has no value. */
    double number(String role, Row row) throws BadRow {
        RoleValue value = values.get(role);
        if (value == null) {
            return Double.NaN;
        }
        double number = number(value, row);
        return isReversed(role) ? limit(role, number, row) : number;
    }

    private double number(RoleValue value, Row row) throws BadRow {
        if (!value.template().isConstant()) {
            return value.number(row);
        }
        Double known = constants.get(value.term().name());
        if (known == null) {
            known = value.number(row);
            constants.put(value.term().name(), known);
        }
        return known;
    }

    /** None where nothing plays the role, or the row has no value. */
    double[] numbers(String role, Row row) throws BadRow {
        RoleValue value = values.get(role);
        return value == null ? new double[0] : value.numbers(row);
    }

    /** As a cell of the role's own type. */
    @Nullable
    String cell(String role, Row row) throws BadRow {
        RoleValue value = values.get(role);
        if (value == null) {
            return null;
        }
        Term term = value.term();
        if (term.isText()) {
            return value.text(row);
        } else if (term.isArray()) {
            return Numbers.text(value.numbers(row), term.isWhole());
        }
        double number = number(role, row);
        return term.isWhole() ? Numbers.wholeText(number) : Numbers.text(number);
    }

    /** The lowest frequency is the longest wave. */
    private boolean isReversed(String role) {
        RoleValue low = values.get("em_min");
        RoleValue high = values.get("em_max");
        return (role.equals("em_min") || role.equals("em_max"))
                && low != null
                && high != null
                && (low.conversion().reverses() || high.conversion().reverses());
    }

    private double limit(String role, double one, Row row) throws BadRow {
        RoleValue counterpart = values.get(role.equals("em_min") ? "em_max" : "em_min");
        double other = counterpart == null ? one : number(counterpart, row);
        // NaN stays NaN: half a band is none of the two limits for certain.
        return role.equals("em_min") ? Math.min(one, other) : Math.max(one, other);
    }
}
