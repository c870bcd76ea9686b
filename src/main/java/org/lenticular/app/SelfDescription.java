package org.lenticular.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lenticular.archive.Roles;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.config.Config;
import org.lenticular.table.Column;
import org.lenticular.table.StandardColumns;
import org.lenticular.vosi.ServiceFacts;

/** What a configuration's service tells of itself. */
final class SelfDescription {
    private SelfDescription() {}

    /** @param columns of a collection's SIA 1.0 answers */
    static ServiceFacts of(Config config, Catalogue catalogue, Function<String, List<Column>> columns) {
        Map<String, ServiceFacts.Described> collections = new LinkedHashMap<>();
        config.collections()
                .forEach((name, collection) -> collections.put(
                        name, new ServiceFacts.Described(collection.title(), collection.description())));
        List<Column> obsCore = Roles.OBSCORE_MANDATORY.stream()
                .flatMap(name -> StandardColumns.of(name).stream())
                .toList();
        return new ServiceFacts(
                config.service().title(),
                collections,
                catalogue,
                columns,
                obsCore,
                config.limits().maxRows());
    }
}
