package org.lenticular.vosi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.table.Column;

/**
 * What the service's documents tell of it.
 *
 * @param title for people
 * @param collections by name, in the order in which they are told
 * @param catalogue where the collections are
 * @param columns of a collection's SIA 1.0 answers, by its name; faults where it is not loaded
 * @param obsCore the columns of SIA 2.0 answers
 * @param maxRows of an answer
 */
public record ServiceFacts(
        String title,
        Map<String, Described> collections,
        Catalogue catalogue,
        Function<String, List<Column>> columns,
        List<Column> obsCore,
        int maxRows) {
    /**
     * A collection.
     *
     * @param title for people
     * @param description for people
     */
    public record Described(String title, Optional<String> description) {}

    public ServiceFacts {
        collections = Collections.unmodifiableMap(new LinkedHashMap<>(collections));
        obsCore = List.copyOf(obsCore);
    }
}
