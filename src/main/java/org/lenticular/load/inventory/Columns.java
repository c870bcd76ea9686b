package org.lenticular.load.inventory;

import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of a report's lines.
 *
 * @param names in order, as {@code fileSchema} has them
 */
record Columns(List<String> names) {
    /** Tells of a schema that lacks what there must be. */
    static Columns of(Manifest manifest, List<InventoryProblem> found) {
        Columns columns = new Columns(Stream.of(manifest.text("fileSchema").split(","))
                .map(String::strip)
                .toList());
        for (String name : List.of("Bucket", "Key")) {
            if (columns.index(name) < 0) {
                found.add(manifest.problem(
                        "fileSchema",
                        "has no column " + name + " in its fileSchema",
                        "name the manifest.json of a report"));
            }
        }
        return columns;
    }

    /** -1 where there is none. */
    int index(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }
}
