package org.lenticular.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lenticular.archive.PathPatterns;
import org.lenticular.archive.Template;
import org.lenticular.config.Config.TableSettings;

/** Which of a collection's products a source holds. */
public sealed interface Holds {
    /** Every one. */
    Holds ALL = new Rule(PathPatterns.ALL);

    /** None. */
    Holds NONE = new Rule(PathPatterns.NONE);

    /** Just those for which the source's {@code path} gives a value. */
    Holds LISTED = new Listed();

    /** Those about which no more is said than their path: a product that is held otherwise says so itself. */
    default PathPatterns rule() {
        return PathPatterns.NONE;
    }

    /** Those whose path fits. */
    record Rule(PathPatterns paths) implements Holds {
        @Override
        public PathPatterns rule() {
            return paths;
        }
    }

    /** @see #LISTED */
    record Listed() implements Holds {}

    /**
     * Those that have a row.
     *
     * @param tables with the same columns; at least one
     * @param path the name that the copy is asked for by, over the tables' columns; empty: a column that is usually called so
     * @param at the copy's own path there, or its whole location; empty: a column that is usually called so, else none
     * @param length its bytes; as {@code at}
     * @param etag its ETag; as {@code at}
     */
    record Table(
            List<TableSettings> tables,
            Optional<Template> path,
            Optional<Template> at,
            Optional<Template> length,
            Optional<Template> etag)
            implements Holds {
        public Table {
            tables = List.copyOf(tables);
        }
    }

    /**
     * Those that an S3 Inventory report of the place's bucket lists.
     *
     * @param manifest its {@code manifest.json}, absolute
     */
    record Inventory(Path manifest) implements Holds {}
}
