package org.lenticular.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.Param;
import org.lenticular.table.ServiceDescriptor;

/** The fixed words of DataLink 1.1, for its own answers and for those of other protocols that point to it. */
public final class DataLink {
    /** The identifier of the {links} resource (DataLink 1.1 §3.3.1: with the fragment). */
    public static final String STANDARD_ID = "ivo://ivoa.net/std/DataLink#links-1.1";

    /** The canonical media type (§3.1), compared by clients byte for byte. */
    public static final String MEDIA_TYPE = "application/x-votable+xml;content=datalink";

    /** The XML ID of the descriptor that other protocols' answers carry. */
    public static final String SERVICE_ID = "datalink";

    private DataLink() {}

    /** The address of a collection's {links}. */
    public static String address(String base, Served collection) {
        return base + "/vo/datalink/" + collection.name();
    }

    /**
     * A descriptor of a collection's {links}.
     *
     * @param utype {@link ServiceDescriptor#SERVICE} or {@link ServiceDescriptor#THIS}
     * @param ref the XML ID of the FIELD that holds the identifiers; null where the client gives them
     * @param source the parameter {@code source}
     */
    public static ServiceDescriptor descriptor(
            String utype, @Nullable String ref, Param source, String base, Served collection) {
        Column id = new Column(
                "ID",
                Datatype.CHAR,
                "*",
                null,
                "meta.id;meta.main",
                null,
                null,
                "Identifier of the dataset",
                null,
                ref);
        return new ServiceDescriptor(
                utype,
                utype.equals(ServiceDescriptor.THIS) ? null : SERVICE_ID,
                "Links of " + collection.title(),
                "Files of a dataset, each from the source that is asked for",
                List.of(
                        Param.text("standardID", STANDARD_ID),
                        Param.text("accessURL", address(base, collection)),
                        Param.text("contentType", MEDIA_TYPE)),
                List.of(new Param(id, ""), source));
    }
}
