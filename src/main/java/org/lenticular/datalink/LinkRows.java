package org.lenticular.datalink;

import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.LinkAuth;
import org.lenticular.archive.Product;
import org.lenticular.archive.Semantics;
import org.lenticular.datalink.AskedDatasets.Asked;
import org.lenticular.fault.Fault;
import org.lenticular.location.Choice;
import org.lenticular.location.CopyChooser;
import org.lenticular.protocol.DataLink;
import org.lenticular.protocol.Served;
import org.lenticular.table.Cells;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.Header;
import org.lenticular.table.RepeatedCell;
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
            DataLink.SOURCE_COLUMNS.get(0),
            DataLink.SOURCE_COLUMNS.get(1),
            column("cloud_access", "meta.ref", "Copies in clouds, as JSON")));

    private static final Served NOTHING = new Served("", "", new CopyChooser("", List.of()));

    private static final Fault EMPTY =
            new Fault(Fault.Word.USAGE, 400, "the identifier is empty; send that of a dataset");

    private static final Fault UNKNOWN = new Fault(Fault.Word.NOT_FOUND, 404, "there is no dataset of this identifier");

    private final AskedDatasets datasets;
    private final String base;
    private final int limit;
    private final boolean more;
    private Iterator<Product> products = Collections.emptyIterator();
    /** What is left of a product of which every copy is wanted. */
    private Iterator<Choice> copies = Collections.emptyIterator();

    private Product product = Product.at("", Map.of());
    private Asked asked = Asked.unknown("", NOTHING, null);
    private final RepeatedCell description = new RepeatedCell();
    private final RepeatedCell semantics = new RepeatedCell();
    private final RepeatedCell contentType = new RepeatedCell();
    private final RepeatedCell contentQualifier = new RepeatedCell();
    private final RepeatedCell localSemantics = new RepeatedCell();
    private final RepeatedCell source = new RepeatedCell();
    private final RepeatedCell note = new RepeatedCell();
    private final ServiceRows services;
    private final Header header;
    private int sent;
    private boolean overflowed;

    /**
     * @param limit links; the identifier that reaches it is answered whole
     * @param more whether identifiers were left out already
     * @param toServices whether any collection of the answer has services
     */
    LinkRows(AskedDatasets datasets, String base, int limit, boolean more, boolean toServices) {
        this.datasets = datasets;
        this.base = base;
        this.limit = limit;
        this.more = more;
        this.services = new ServiceRows(toServices);
        this.header = services.header(HEADER);
    }

    /** The columns of this answer. */
    Header header() {
        return header;
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        if (copies.hasNext()) {
            sent++;
            link(cells, copies.next());
            return true;
        }
        if (!products.hasNext()) {
            return endDataset(cells);
        }
        sent++;
        product = products.next();
        CopyChooser chooser = asked.collection().copies();
        if (asked.wanted().every()) {
            copies = chooser.each(product, base).iterator();
            link(cells, copies.next());
        } else {
            link(cells, chooser.choose(product, asked.wanted(), base));
        }
        return true;
    }

    /** Behind a dataset's products: its services, then the next identifier. False where there is none, or none may follow. */
    private boolean endDataset(Cells cells) throws IOException {
        if (services.next(cells, header)) {
            sent++;
            return true;
        }
        Asked next = datasets.next();
        if (next == null || sent >= limit) {
            overflowed = next != null || more;
            return false;
        }
        asked = next;
        products = asked.products().iterator();
        services.begin(asked);
        if (products.hasNext()) {
            return next(cells);
        }
        sent++;
        Fault fault = asked.unknown() == null ? UNKNOWN : asked.unknown();
        noLink(cells, asked.id().isEmpty() ? EMPTY : fault);
        return true;
    }

    private void link(Cells cells, Choice choice) throws IOException {
        Fault fault = choice.fault();
        LinkAuth auth = choice.linkAuth();
        Long length = length(product, choice);
        cells.text(asked.id());
        cells.text(choice.text());
        cells.text(null); // service_def
        cells.text(fault == null ? null : fault.text());
        description.send(cells, product.description());
        semantics.send(cells, product.semantics());
        contentType.send(cells, product.contentType());
        cells.text(length == null ? null : length.toString());
        contentQualifier.send(cells, product.contentQualifier());
        localSemantics.send(cells, product.localSemantics());
        cells.text(auth == null ? null : auth.word());
        cells.text(auth == null ? null : auth.authorized());
        source.send(cells, choice.source());
        note.send(cells, choice.note());
        cells.text(asked.collection().copies().cloudAccess(product));
        services.none(cells);
    }

    /** The copy's own where it is known: at another place it may be packed otherwise. */
    private static @Nullable Long length(Product product, Choice choice) {
        Held held = choice.source() == null ? null : product.held().get(choice.source());
        return held == null || held.length() == null ? product.contentLength() : held.length();
    }

    private void noLink(Cells cells, Fault fault) throws IOException {
        for (Column column : header.columns()) {
            cells.text(
                    switch (column.name()) {
                        case "ID" -> asked.id();
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
    public boolean overflowed() {
        return overflowed;
    }

    @Override
    public @Nullable String overflowMessage() {
        return overflowed
                ? "There are links of more identifiers than these; ask for the others in a further request"
                : null;
    }

    @Override
    public void close() {
        datasets.close();
    }
}
