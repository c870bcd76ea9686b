package org.lenticular.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a client calls a service: a RESOURCE of its own (DataLink 1.1 §4).
 *
 * @param utype {@link #SERVICE} for one that is called for a row of this table, {@link #THIS} for the one that answered
 * @param id the RESOURCE's XML ID; null for none
 * @param name short, for a menu
 * @param description a sentence for people
 * @param params {@code accessURL}, {@code standardID} and their like
 * @param inputs what the client sends: the GROUP {@code inputParams}
 */
public record ServiceDescriptor(
        String utype, @Nullable String id, String name, String description, List<Param> params, List<Param> inputs) {
    public static final String SERVICE = "adhoc:service";
    public static final String THIS = "adhoc:this";

    public ServiceDescriptor {
        params = List.copyOf(params);
        inputs = List.copyOf(inputs);
    }
}
