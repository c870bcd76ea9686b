package org.lenticular.table;

import java.util.List;

/**
 * How a client calls a service for a row of this table: a RESOURCE with utype {@code adhoc:service} (DataLink 1.1 §4).
 *
 * @param id the RESOURCE's XML ID
 * @param name short, for a menu
 * @param description a sentence for people
 * @param params {@code accessURL}, {@code standardID} and their like
 * @param inputs what the client sends: the GROUP {@code inputParams}
 */
public record ServiceDescriptor(String id, String name, String description, List<Param> params, List<Param> inputs) {
    public ServiceDescriptor {
        params = List.copyOf(params);
        inputs = List.copyOf(inputs);
    }
}
