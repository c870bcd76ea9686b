package org.lenticular.datalink;

import java.util.List;
import java.util.Map;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.Datasets;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.location.WantedSources;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.DataLink;
import org.lenticular.protocol.Negotiation;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.Served;
import org.lenticular.table.Info;
import org.lenticular.table.ServiceDescriptor;
import org.lenticular.table.TableDocument;

/**
 * The {links} resource of each collection: {@code /{collection}?ID=…&source=…}.
 *
 * <p>DataLink 1.1 (REC 2023-12-15) §2, §3. An identifier that is not known is a row with a fault, no error of the request (§3.2.4); no identifier
 * is an empty table (§2.1.1).
 */
public final class DataLinkProtocol implements Protocol {
    private final Catalogue catalogue;
    private final Map<String, Served> collections;
    private final int maxIds;

    /**
     * @param collections by name
     * @param maxIds identifiers in one request
     */
    public DataLinkProtocol(Catalogue catalogue, Map<String, Served> collections, int maxIds) {
        this.catalogue = catalogue;
        this.collections = collections;
        this.maxIds = maxIds;
    }

    @Override
    public Answer answer(Request request) {
        Served collection = collection(request.path());
        Negotiation form = Negotiation.of(request, DataLink.MEDIA_TYPE);
        WantedSources wanted = collection.copies().wanted(request.parameters().all("source"));
        List<String> ids = request.parameters().all("ID");
        if (ids.size() > maxIds) {
            throw FaultException.usage(
                    413, "ID: " + ids.size() + " values; send at most " + maxIds + " in one request");
        }
        ServiceDescriptor itself = DataLink.descriptor(
                ServiceDescriptor.THIS,
                null,
                collection.sourceParam(catalogue.table(collection.name())),
                request.base(),
                collection);
        // Answered once each, in the order asked: a client that repeats an identifier would take a second set of rows
        // for another dataset.
        List<String> distinct = ids.stream().distinct().toList();
        Datasets datasets = catalogue.datasets(collection.name(), distinct);
        LinkRows rows = new LinkRows(datasets, collection, wanted, request.base());
        TableDocument document = new TableDocument(
                "Links of " + collection.title(),
                List.of(new Info("standardID", DataLink.STANDARD_ID)),
                List.of(),
                rows.header(),
                rows,
                List.of(itself));
        return Answer.table(form.format(), form.contentType(), document);
    }

    @Override
    public Answer fault(Request request, Fault fault) {
        Negotiation form = Negotiation.forFault(request, DataLink.MEDIA_TYPE);
        return Answer.fault(fault.status(), form.format(), form.contentType(), fault);
    }

    private Served collection(String path) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        Served collection = collections.get(name);
        if (collection == null) {
            throw FaultException.notFound(
                    "there are no links at this address; links are at /vo/datalink/ and the name of a collection: "
                            + Served.names(collections));
        }
        return collection;
    }
}
