package org.lenticular.datalink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.Datasets;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.location.WantedSources;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.DataLink;
import org.lenticular.protocol.LastMade;
import org.lenticular.protocol.Negotiation;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.RowLimit;
import org.lenticular.protocol.Served;
import org.lenticular.protocol.UnknownParameters;
import org.lenticular.table.Info;
import org.lenticular.table.Param;
import org.lenticular.table.ServiceDescriptor;
import org.lenticular.table.TableDocument;

/**
 * The {links} resource of each collection, {@code /{collection}?ID=…&source=…}, and of all, {@code ?ID=…&source=…}, by {@code obs_publisher_did}.
 *
 * <p>DataLink 1.1 (REC 2023-12-15) §2, §3. An identifier that is not known is a row with a fault, no error of the request (§3.2.4); no identifier
 * is an empty table (§2.1.1).
 */
public final class DataLinkProtocol implements Protocol {
    private static final List<String> KNOWN = List.of("ID", "source", "MAXREC", "RESULTMAX", "RESPONSEFORMAT");

    private final Catalogue catalogue;
    private final Map<String, Served> collections;
    private final Limits limits;
    private final RowLimit rows;
    /** Whether any place is asked for copies while an answer is made. */
    private final boolean asksPlaces;

    private final Map<String, LastMade<Key, ServiceDescriptor>> descriptors;

    /**
     * @param ids identifiers in one request; one with more is refused
     * @param answered identifiers that one request is answered for
     * @param links links in one answer
     */
    public record Limits(int ids, int answered, int links) {}

    /** @param collections by name */
    public DataLinkProtocol(Catalogue catalogue, Map<String, Served> collections, Limits limits) {
        this.catalogue = catalogue;
        this.collections = collections;
        this.descriptors = collections.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> new LastMade<>()));
        this.limits = limits;
        this.rows = new RowLimit(limits.links(), limits.links());
        this.asksPlaces = collections.values().stream().anyMatch(collection -> collection.forAnswer() != collection);
    }

    @Override
    public Answer answer(Request request) {
        Parameters parameters = request.parameters();
        Negotiation form = Negotiation.of(request, DataLink.MEDIA_TYPE);
        List<String> values = parameters.all("ID");
        if (values.size() > limits.ids()) {
            throw FaultException.usage(
                    413, "ID: " + values.size() + " values; send at most " + limits.ids() + " in one request");
        }
        int most = rows.read(parameters);
        // Answered once each, in the order asked: a client that repeats an identifier would take a second set of rows
        // for another dataset.
        List<String> distinct = values.size() < 2 ? values : List.copyOf(new LinkedHashSet<>(values));
        List<String> ids = distinct.subList(0, Math.min(distinct.size(), limits.answered()));
        boolean cut = ids.size() < distinct.size();
        Asked asked = request.path().isEmpty()
                ? ofAll(ids, parameters.all("source"), request.base())
                : ofOne(collection(request.path()).forAnswer(), ids, parameters.all("source"), request.base());
        AskedDatasets datasets = asksPlaces ? new AskedAhead(asked.datasets()) : asked.datasets();
        LinkRows links = new LinkRows(datasets, request.base(), most, cut, asked.toServices());
        TableDocument document = new TableDocument(
                "Links of " + asked.title(),
                infos(parameters),
                List.of(),
                links.header(),
                links,
                List.of(asked.itself()));
        Answer answer = Answer.table(form.format(), form.contentType(), document);
        // Who names no source gets lasting addresses instead of signed ones.
        return parameters.all("source").isEmpty() ? answer : answer.keptByNobody();
    }

    private static List<Info> infos(Parameters parameters) {
        List<Info> infos = new ArrayList<>();
        infos.add(new Info("standardID", DataLink.STANDARD_ID));
        infos.addAll(UnknownParameters.warnings(parameters, KNOWN));
        return infos;
    }

    /** What is asked, and how the service that is asked describes itself. */
    private record Asked(AskedDatasets datasets, boolean toServices, ServiceDescriptor itself, String title) {}

    private static ServiceDescriptor itself(Param source, String address, String title) {
        return DataLink.descriptor(ServiceDescriptor.THIS, null, source, address, title);
    }

    /** What a collection's own descriptor depends on, the configuration aside. */
    private record Key(String base, String version) {}

    private Asked ofOne(Served collection, List<String> ids, List<String> sources, String base) {
        WantedSources wanted = collection.copies().wanted(sources);
        ImageTable table = catalogue.table(collection.name());
        ServiceDescriptor itself = Objects.requireNonNull(descriptors.get(collection.name()))
                .of(
                        new Key(base, table.version()),
                        key -> itself(
                                collection.sourceParam(table), DataLink.address(base, collection), collection.title()));
        Datasets datasets = catalogue.datasets(collection.name(), ids);
        return new Asked(
                new OfOneCollection(datasets, collection, wanted),
                !collection.services().isEmpty(),
                itself,
                collection.title());
    }

    private Asked ofAll(List<String> ids, List<String> sources, String base) {
        Map<Served, WantedSources> wanted = new LinkedHashMap<>();
        Map<Served, ImageTable> tables = new HashMap<>();
        Fault unread = null;
        List<Served> all = collections.values().stream().map(Served::forAnswer).toList();
        for (Served collection : all) {
            WantedSources own = collection.copies().wantedOfAll(sources);
            try {
                tables.put(collection, catalogue.table(collection.name()));
                wanted.put(collection, own);
            } catch (FaultException e) {
                // The others can still be asked.
                unread = e.fault();
            }
        }
        if (wanted.isEmpty() && unread != null) {
            throw new FaultException(unread);
        }
        Served any = all.get(0);
        return new Asked(
                OfAllCollections.open(catalogue, ids, wanted, any, unread),
                collections.values().stream().anyMatch(each -> !each.services().isEmpty()),
                itself(Served.sourceParam(wanted.keySet(), tables::get), DataLink.address(base), "all collections"),
                "all collections");
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
