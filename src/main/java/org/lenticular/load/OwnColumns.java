package org.lenticular.load;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.lenticular.archive.Template;
import org.lenticular.fault.Nearest;
import org.lenticular.table.Column;

/** The columns of one of the archive's tables, found by name: exactly, else without regard to case. */
final class OwnColumns {
    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> folded = new HashMap<>();
    private final Set<String> twice = new LinkedHashSet<>();

    OwnColumns(List<Column> columns) {
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).name();
            if (places.putIfAbsent(name, i) != null) {
                twice.add(name);
            }
            folded.putIfAbsent(name.toLowerCase(Locale.ROOT), i);
        }
    }

    int count() {
        return columns.size();
    }

    Column get(int index) {
        return columns.get(index);
    }

    List<Column> all() {
        return columns;
    }

    /** -1 where there is none. */
    int index(String name) {
        Integer exact = places.get(name);
        return exact != null ? exact : folded.getOrDefault(name.toLowerCase(Locale.ROOT), -1);
    }

    /** Names that more than one column has. */
    Set<String> twice() {
        return twice;
    }

    /** The names in a template that no column has. */
    List<String> missing(Template template) {
        return template.columns().stream().filter(name -> index(name) < 0).toList();
    }

    /** The column that is all there is to the template. */
    OptionalInt only(Template template) {
        if (template.columns().size() != 1) {
            return OptionalInt.empty();
        }
        String name = template.columns().iterator().next();
        boolean whole = template.toString().strip().matches("\\{[^{}]*}");
        int index = index(name);
        return whole && index >= 0 ? OptionalInt.of(index) : OptionalInt.empty();
    }

    Optional<String> nearest(String name) {
        return Nearest.of(name, names());
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
