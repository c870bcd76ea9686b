package org.lenticular.load;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.config.Config.TableSettings;

/**
 * A table of products, one a row: its columns {@code dataset} and {@code path}, and where it has them {@code semantics}, {@code description},
 * {@code content_type}, {@code content_length}, {@code content_qualifier} and {@code local_semantics}; others are for templates.
 */
record ProductTable(TableFile file, OwnColumns columns, long rows) {

    /** Null where it cannot be read, or lacks a column; why is told. */
    static @Nullable ProductTable open(TableSettings settings, Problems problems) {
        TableFile file = new TableFile(settings.file(), settings.format());
        TableHead head = ImageTables.head(file, "datasets.products", problems);
        if (head == null) {
            return null;
        }
        OwnColumns columns = new OwnColumns(head.columns());
        boolean isGood = true;
        for (String name : List.of("dataset", "path")) {
            if (columns.index(name) < 0) {
                isGood = false;
                problems.add(
                        "datasets.products",
                        file.path().toString(),
                        "has no column '" + name + "'",
                        columns.nearest(name)
                                .map(near -> "did you mean its column '" + near + "'? Call that " + name)
                                .orElse("its columns: " + String.join(", ", columns.names())));
            }
        }
        return isGood ? new ProductTable(file, columns, head.rows()) : null;
    }

    Path path() {
        return file.path();
    }
}
