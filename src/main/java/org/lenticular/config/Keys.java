package org.lenticular.config;

import java.util.List;

/** Every key of the file, by the place where it stands; {@code docs/configuration.md} has a row for each. */
enum Keys {
    ROOT("", "service", "catalogue", "limits", "watch", "sources", "collections"),
    SERVICE(
            "service",
            "title",
            "base_url",
            "authority",
            "trusted_proxies",
            "cors",
            "compression",
            "identifier",
            "publisher",
            "contact",
            "description",
            "subjects",
            "creators",
            "created",
            "version",
            "reference_url"),
    CONTACT("service.contact", "name", "email"),
    CATALOGUE("catalogue", "folder"),
    LIMITS(
            "limits",
            "default_rows",
            "max_rows",
            "max_ids",
            "answered_ids",
            "max_links",
            "max_constraints",
            "max_vertices",
            "max_facet_values",
            "max_ahead",
            "max_body_bytes",
            "max_value_length",
            "query_seconds",
            "max_queries",
            "body_seconds"),
    WATCH("watch", "failures", "window_seconds", "pause_seconds", "answer_seconds", "kept_seconds"),
    /** A place's own; the settings of its kind come besides. */
    SOURCE("sources.NAME", "title", "kind", "advertise", "aliases", "link_auth", "watch"),
    SOURCE_WATCH("sources.NAME.watch", "path", "every_seconds", "in_requests"),
    COLLECTION(
            "collections.NAME",
            "title",
            "description",
            "table",
            "datasets",
            "services",
            "sources",
            "columns",
            "citation",
            "access_url",
            "bad_rows"),
    TABLE("collections.NAME.table", "file", "format"),
    DATASETS("collections.NAME.datasets", "id", "products"),
    PRODUCT_TABLE("collections.NAME.datasets.products", "file", "format"),
    PRODUCT(
            "collections.NAME.datasets.products[]",
            "path",
            "semantics",
            "description",
            "content_type",
            "content_length",
            "content_qualifier",
            "local_semantics"),
    /** A collection's own of one place; settings of its kind come besides. */
    HOLDING("collections.NAME.sources.NAME", "holds", "path", "link_auth", "watch"),
    HOLDS("collections.NAME.sources.NAME.holds", "matching", "table", "path", "at", "length", "etag", "inventory"),
    HOLDS_TABLE("collections.NAME.sources.NAME.holds.table", "file", "format"),
    /** A service beside the products; what stands in it is in the answers' descriptors. */
    LINKED_SERVICE(
            "collections.NAME.services.NAME",
            "title",
            "description",
            "semantics",
            "standard_id",
            "access_url",
            "content_type",
            "link_auth",
            "id",
            "parameters",
            "example_url"),
    SERVICE_PARAMETER(
            "collections.NAME.services.NAME.parameters[]",
            "name",
            "description",
            "datatype",
            "arraysize",
            "unit",
            "ucd",
            "xtype",
            "value",
            "min",
            "max",
            "options");

    private final String section;
    private final List<String> names;

    Keys(String section, String... names) {
        this.section = section;
        this.names = List.of(names);
    }

    /** The way there, with {@code NAME} for what an operator calls it. */
    String section() {
        return section;
    }

    List<String> names() {
        return names;
    }
}
