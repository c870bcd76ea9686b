package org.lenticular.datalink;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.LinkAuth;
import org.lenticular.archive.Product;
import org.lenticular.archive.Semantics;
import org.lenticular.catalogue.Datasets;
import org.lenticular.fault.Fault;
import org.lenticular.location.Choice;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.WantedSources;
import org.lenticular.protocol.Served;
import org.lenticular.table.Cells;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.Header;
import org.lenticular.table.Rows;
import org.lenticular.table.ServiceDescriptor;

/** One row for each product of each dataset, those of a dataset together, {@code #this} first (DataLink 1.1 §3.2). */
final class LinkRows implements Rows {
    /** DataLink 1.1's columns, ID first since pyvo takes the first one for it, then those that tell which copy it is. */
    static final Header HEADER = new Header(List.of(
            column("ID", "meta.id;meta.main", "Identifier that was asked for"),
            column("access_url", "meta.ref.url", "Address of the data"),
            column("service_def", "meta.ref", "Descriptor of the service to call instead"),
            column("error_message", "meta.code.error", "Why there is no link"),
            column("description", "meta.note", "What the link leads to"),
            column("semantics", "meta.code", "How it is related to the dataset"),
            column("content_type", "meta.code.mime", "Media type of what the link leads to"),
            Column.scalar("content_length", Datatype.LONG)
                    .withUnit("byte")
                    .withUcd("phys.size;meta.file")
                    .withDescription("Its size"),
            Column.text("content_qualifier").withDescription("Kind of data product"),
            column("local_semantics", "meta.id.assoc", "The archive's own name for this kind of link"),
            column("link_auth", "meta.code", "Whether one must be logged in"),
            Column.scalar("link_authorized", Datatype.BOOLEAN)
                    .withUcd("meta.code")
                    .withDescription("Whether the caller may follow the link"),
            column("source", "meta.code", "The source that the address belongs to"),
            column("source_note", "meta.note", "Why it is not from the source that was asked for"),
            column("cloud_access", "meta.ref", "Copies in clouds, as JSON")));

    private static final Fault EMPTY =
            new Fault(Fault.Word.USAGE, 400, "the identifier is empty; send that of a dataset");

    private static final Fault UNKNOWN = new Fault(Fault.Word.NOT_FOUND, 404, "there is no dataset of this identifier");

    private final Datasets datasets;
    private final Served collection;
    private final CopyChooser copies;
    private final ServiceRows services;
    private final Header header;
    private final WantedSources wanted;
    private final String base;
    private String id = "";
    private Iterator<Product> products = List.<Product>of().iterator();

    LinkRows(Datasets datasets, Served collection, WantedSources wanted, String base) {
        this.datasets = datasets;
        this.collection = collection;
        this.copies = collection.copies();
        this.services = new ServiceRows(!collection.services().isEmpty());
        this.header = services.header(HEADER);
        this.wanted = wanted;
        this.base = base;
    }

    /** The columns of this answer. */
    Header header() {
        return header;
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        if (products.hasNext()) {
            link(cells, products.next());
            return true;
        }
        if (services.next(cells, header)) {
            return true;
        }
        Dataset dataset = datasets.next();
        if (dataset == null) {
            return false;
        }
        id = dataset.id();
        products = dataset.products().iterator();
        services.begin(collection.services(), dataset, datasets);
        if (products.hasNext()) {
            link(cells, products.next());
        } else {
            noLink(cells, id.isEmpty() ? EMPTY : UNKNOWN);
        }
        return true;
    }

    private void link(Cells cells, Product product) throws IOException {
        Choice choice = copies.choose(product, wanted, base);
        Fault fault = choice.fault();
        LinkAuth auth = choice.linkAuth();
        Long length = product.contentLength();
        cells.text(id);
        cells.text(choice.text());
        cells.text(null); // service_def
        cells.text(fault == null ? null : fault.text());
        cells.text(product.description());
        cells.text(product.semantics());
        cells.text(product.contentType());
        cells.text(length == null ? null : length.toString());
        cells.text(product.contentQualifier());
        cells.text(product.localSemantics());
        cells.text(auth == null ? null : auth.word());
        cells.text(auth == null ? null : auth.authorized());
        cells.text(choice.source());
        cells.text(choice.note());
        cells.text(copies.cloudAccess(product));
        services.none(cells);
    }

    private void noLink(Cells cells, Fault fault) throws IOException {
        for (Column column : header.columns()) {
            cells.text(
                    switch (column.name()) {
                        case "ID" -> id;
                        case "error_message" -> fault.text();
                        case "semantics" -> Semantics.THIS;
                        default -> null;
                    });
        }
    }

    private static Column column(String name, String ucd, String description) {
        return Column.text(name).withUcd(ucd).withDescription(description);
    }

    @Override
    public List<ServiceDescriptor> descriptors() {
        return services.descriptors();
    }

    @Override
    public void close() {
        datasets.close();
    }
}
