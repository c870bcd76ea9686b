package org.lenticular.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a client calls a service: a RESOURCE of its own (DataLink 1.1 §4). Kept by those who answer with the same one again and again, so that its XML
 * is made once.
 */
public final class ServiceDescriptor {
    public static final String SERVICE = "adhoc:service";
    public static final String THIS = "adhoc:this";

    private final String utype;
    private final @Nullable String id;
    private final String name;
    private final String description;
    private final List<Param> params;
    private final List<Param> inputs;
    private volatile byte @Nullable [] votable;

    /**
     * @param utype {@link #SERVICE} for one that is called for a row of this table, {@link #THIS} for the one that answered
     * @param id the RESOURCE's XML ID; null for none
     * @param name short, for a menu
     * @param description a sentence for people
     * @param params {@code accessURL}, {@code standardID} and their like
     * @param inputs what the client sends: the GROUP {@code inputParams}
     */
    public ServiceDescriptor(
            String utype,
            @Nullable String id,
            String name,
            String description,
            List<Param> params,
            List<Param> inputs) {
        this.utype = utype;
        this.id = id;
        this.name = name;
        this.description = description;
        this.params = List.copyOf(params);
        this.inputs = List.copyOf(inputs);
    }

    public String utype() {
        return utype;
    }

    public @Nullable String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public List<Param> params() {
        return params;
    }

    public List<Param> inputs() {
        return inputs;
    }

    /** The RESOURCE. Two threads may both make it at first: they make the same. */
    byte[] votable() {
        byte[] made = votable;
        if (made == null) {
            Utf8Buffer out = new Utf8Buffer();
            VotableElements.service(out, this);
            made = out.toBytes();
            votable = made;
        }
        return made;
    }
}
