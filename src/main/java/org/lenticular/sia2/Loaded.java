package org.lenticular.sia2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.protocol.Served;
import org.lenticular.protocol.UnknownParameters;
import org.lenticular.table.Info;

/**
 * The collections as one request finds them.
 *
 * @param tables those that can be read, in the configuration's order
 * @param versions of all, in that order; an empty one where a collection cannot be read
 * @param warnings about those that cannot: an answer without them must not look whole
 */
record Loaded(Map<Served, ImageTable> tables, List<String> versions, List<Info> warnings) {
    /** @throws FaultException where none can be read */
    static Loaded of(Catalogue catalogue, Collection<Served> collections) {
        Map<Served, ImageTable> tables = new LinkedHashMap<>();
        List<String> versions = new ArrayList<>();
        List<Info> warnings = new ArrayList<>();
        Fault unread = null;
        for (Served collection : collections) {
            try {
                ImageTable table = catalogue.table(collection.name());
                tables.put(collection, table);
                versions.add(table.version());
            } catch (FaultException e) {
                unread = e.fault();
                versions.add("");
                warnings.add(UnknownParameters.warning("no image of " + collection.name() + " is in this answer: "
                        + e.fault().message()));
            }
        }
        if (tables.isEmpty() && unread != null) {
            throw new FaultException(unread);
        }
        return new Loaded(tables, List.copyOf(versions), List.copyOf(warnings));
    }

    List<Served> collections() {
        return List.copyOf(tables.keySet());
    }

    long images() {
        return tables.values().stream().mapToLong(ImageTable::images).sum();
    }
}
