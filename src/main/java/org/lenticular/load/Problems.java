package org.lenticular.load;

import java.util.ArrayList;
import java.util.List;
import org.lenticular.archive.Template;
import org.lenticular.config.Problem;

/** Gathers what is wrong with one collection, so that all of it is told at once. */
final class Problems {
    private final String collection;
    private final List<Problem> list = new ArrayList<>();

    Problems(String collection) {
        this.collection = collection;
    }

    /** @param key in the collection's part of the configuration, such as {@code columns.s_ra} */
    void add(String key, String value, String reason, String remedy) {
        list.add(new Problem("collections." + collection + "." + key, value, reason, remedy));
    }

    /** Tells of each column that a template names and the table has not; whether there was none. */
    boolean checkTemplate(String key, Template template, OwnColumns columns) {
        List<String> missing = columns.missing(template);
        missing.forEach(name -> missing(key, template, name, columns));
        return missing.isEmpty();
    }

    /** Tells of one column that a template names and the table has not. */
    void missing(String key, Template template, String name, OwnColumns columns) {
        add(
                key,
                template.toString(),
                "names the column '" + name + "', which the table has not",
                columns.nearest(name)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("its columns: " + String.join(", ", columns.names())));
    }

    List<Problem> list() {
        return List.copyOf(list);
    }
}
