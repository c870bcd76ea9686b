package org.lenticular.sia2;

import java.util.List;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.config.AccessUrl;
import org.lenticular.protocol.Served;

/**
 * How the rows of one load become rows of ObsCore: the same for every answer from it.
 *
 * @param version of the load
 * @param steps one for each of ObsCore's columns, in order
 * @param isLinked whether addresses lead to links
 * @param did {@code obs_publisher_did} as the answer shows it
 * @param dataset the dataset's own identifier
 * @param format {@code access_format} as the answer shows it
 */
record RowPlan(String version, List<Step> steps, boolean isLinked, CellPlan did, CellPlan dataset, CellPlan format) {
    /** @param cell where it comes from, for {@link Use#CELL} and {@link Use#SIZE} */
    record Step(Use use, CellPlan cell) {}

    /** What becomes of a cell. */
    enum Use {
        /** As it is kept. */
        CELL,
        /** The address of the copy that is handed out. */
        ADDRESS,
        /** The address of the links. */
        LINKS,
        /** What those are. */
        TYPE_OF_LINKS,
        /** As it is kept; where the archive does not tell it, what a place says. */
        SIZE,
        /** Nothing: a size is the image's, and that of a document of links nobody knows. */
        EMPTY
    }

    /** @param roles ObsCore's names of the columns */
    static RowPlan of(List<String> roles, Served collection, ImageTable table) {
        boolean isLinked = collection.accessUrl() == AccessUrl.LINKS;
        return new RowPlan(
                table.version(),
                roles.stream()
                        .map(role -> new Step(use(role, isLinked), CellPlan.of(table, role)))
                        .toList(),
                isLinked,
                CellPlan.of(table, "obs_publisher_did"),
                CellPlan.of(table, "datalink"),
                CellPlan.of(table, "access_format"));
    }

    private static Use use(String role, boolean isLinked) {
        return switch (role) {
            case "access_url" -> isLinked ? Use.LINKS : Use.ADDRESS;
            case "access_format" -> isLinked ? Use.TYPE_OF_LINKS : Use.CELL;
            case "access_estsize" -> isLinked ? Use.EMPTY : Use.SIZE;
            default -> Use.CELL;
        };
    }
}
