package org.lenticular.protocol;

import java.util.List;
import java.util.stream.Collectors;
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

    /** Ours, wherever an address may be another than the one asked for (design: rule 4 of {@code source}). */
    public static final List<Column> SOURCE_COLUMNS = List.of(
            Column.text("source").withUcd("meta.code").withDescription("The source that the address belongs to"),
            Column.text("source_note")
                    .withUcd("meta.note")
                    .withDescription("Why it is not from the source that was asked for"));

    private DataLink() {}

    /** The address of a collection's {links}, by its own identifiers. */
    public static String address(String base, Served collection) {
        return address(base) + "/" + collection.name();
    }

    /** The address of the {links} of all collections, by {@code obs_publisher_did}. */
    public static String address(String base) {
        return base + "/vo/datalink";
    }

    /**
     * The parameter {@code source} of a descriptor in an answer to whoever named a source itself: that stays the source, as the value that clients send with
     * each call (DataLink 1.1 §4.3), until they name another.
     *
     * @param asked the values of {@code source} in the request
     */
    public static Param asAsked(Param source, List<String> asked) {
        String value = asked.stream().filter(each -> !each.isBlank()).collect(Collectors.joining(","));
        return value.isEmpty() ? source : source.withValue(value);
    }

    /**
     * A descriptor of {links}.
     *
     * @param utype {@link ServiceDescriptor#SERVICE} or {@link ServiceDescriptor#THIS}
     * @param ref the XML ID of the FIELD that holds the identifiers; null where the client gives them
     * @param source the parameter {@code source}
     * @param address where they are
     * @param title of the collection or service, for people
     */
    public static ServiceDescriptor descriptor(
            String utype, @Nullable String ref, Param source, String address, String title) {
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
                "Links of " + title,
                "Files of a dataset, each from the source that is asked for",
                List.of(
                        Param.text("standardID", STANDARD_ID),
                        Param.text("accessURL", address),
                        Param.text("contentType", MEDIA_TYPE)),
                List.of(new Param(id, ""), source));
    }
}
