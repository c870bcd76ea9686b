package org.lenticular.datalink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.LinkAuth;
import org.lenticular.catalogue.DatasetImage;
import org.lenticular.config.LinkedService;
import org.lenticular.datalink.AskedDatasets.Asked;
import org.lenticular.table.Cells;
import org.lenticular.table.Column;
import org.lenticular.table.Header;
import org.lenticular.table.ServiceDescriptor;

/**
 * The rows that lead to services, behind a dataset's products: one for each service that knows the dataset, with {@code service_def} (DataLink
 * 1.1 §3.2.3).
 *
 * <p>The identifier that a service wants stands in a column of its own, which descriptors refer to: it need not be the one that was asked for, and
 * pyvo takes the first descriptor of SODA in a document for any row, whose fixed value would be another dataset's.
 */
final class ServiceRows {
    private static final String ID_COLUMN = "service_id";

    private final boolean any;
    private final ServiceDescriptors descriptors = new ServiceDescriptors(ID_COLUMN);
    private Iterator<LinkedService> left = List.<LinkedService>of().iterator();
    private @Nullable Asked asked;
    private Optional<DatasetImage> image = Optional.empty();

    /** @param any whether any collection of the answer has a service: only then there is the column */
    ServiceRows(boolean any) {
        this.any = any;
    }

    /** These columns, and what services need. */
    Header header(Header links) {
        if (!any) {
            return links;
        }
        List<Column> columns = new ArrayList<>(links.columns());
        columns.add(Column.text(ID_COLUMN)
                .withUcd("meta.id")
                .withDescription("Identifier that the service of this row knows the dataset by")
                .withId(ID_COLUMN));
        return new Header(columns);
    }

    /** Ends a row that leads to no service. */
    void none(Cells cells) throws IOException {
        if (any) {
            cells.text(null);
        }
    }

    /** Turns to this dataset. One without products is not known, and has no service. */
    void begin(Asked next) {
        asked = next;
        image = next.image();
        left = next.products().isEmpty()
                ? List.<LinkedService>of().iterator()
                : next.collection().services().iterator();
    }

    /** Writes the dataset's next row that leads to a service; false where there is none. */
    boolean next(Cells cells, Header columns) throws IOException {
        Asked dataset = asked;
        while (dataset != null && left.hasNext()) {
            LinkedService service = left.next();
            String id = idOf(service, dataset);
            if (id != null) {
                row(cells, columns, service, dataset.id(), id);
                return true;
            }
        }
        return false;
    }

    private void row(Cells cells, Header columns, LinkedService service, String askedId, String id) throws IOException {
        String definition = descriptors.id(service, image);
        Optional<LinkAuth> auth = service.linkAuth();
        for (Column column : columns.columns()) {
            cells.text(
                    switch (column.name()) {
                        case "ID" -> askedId;
                        case "service_def" -> definition;
                        case "description" -> service.description().orElse(service.title());
                        case "semantics" -> service.semantics();
                        case "content_type" -> service.contentType().orElse(null);
                        case "local_semantics" -> service.name();
                        case "link_auth" -> auth.map(LinkAuth::word).orElse(null);
                        case "link_authorized" -> auth.map(LinkAuth::authorized).orElse(null);
                        case ID_COLUMN -> id;
                        default -> null;
                    });
        }
    }

    /** What the service calls the dataset; null where it does not know it: it has no image, or a cell of the template is empty. */
    private @Nullable String idOf(LinkedService service, Asked dataset) {
        if (service.id().isPresent()) {
            return service.id().get().expand(name -> cell(name, dataset));
        }
        if (image.isEmpty()) {
            return null;
        }
        String did = image.get().role("obs_publisher_did");
        return did == null ? dataset.dataset() : did;
    }

    private @Nullable String cell(String name, Asked dataset) {
        String own = image.isEmpty() ? null : image.get().named(name);
        if (own != null) {
            return own;
        }
        return switch (name) {
            case LinkedService.DATASET -> dataset.dataset();
            case LinkedService.PATH -> dataset.products().get(0).path();
            default -> null;
        };
    }

    List<ServiceDescriptor> descriptors() {
        return descriptors.all();
    }
}
