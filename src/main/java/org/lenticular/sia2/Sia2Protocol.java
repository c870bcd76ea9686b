package org.lenticular.sia2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.config.Config;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.location.WantedSources;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.DataLink;
import org.lenticular.protocol.ImageCopy;
import org.lenticular.protocol.LastMade;
import org.lenticular.protocol.Negotiation;
import org.lenticular.protocol.Origin;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.RowLimit;
import org.lenticular.protocol.Served;
import org.lenticular.protocol.UnknownParameters;
import org.lenticular.query.ImageQuery;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.Header;
import org.lenticular.table.Info;
import org.lenticular.table.Param;
import org.lenticular.table.Rows;
import org.lenticular.table.ServiceDescriptor;
import org.lenticular.table.TableDocument;

/**
 * Image queries over all collections: {@code ?POS=…&BAND=…}.
 *
 * <p>SIA 2.0 (REC 2015-12-23). A client's mistakes have the status that DALI wants, 400, whatever the form of the answer (§3.2).
 */
public final class Sia2Protocol implements Protocol {
    static final String STANDARD_ID = "ivo://ivoa.net/std/SIA#query-2.0";
    static final String MEDIA_TYPE = "application/x-votable+xml";

    private static final List<String> KNOWN = Stream.concat(
                    Question.parameters().stream(),
                    Stream.of("MAXREC", "RESULTMAX", "RESPONSEFORMAT", "source", "COUNT", "FACETS", Cursor.PARAMETER))
            .toList();

    private static final Header COUNT = new Header(List.of(
            Column.scalar("images", Datatype.LONG).withUcd("meta.number").withDescription("Images that are found")));

    private final Catalogue catalogue;
    private final List<Served> collections;
    private final RowLimit limit;
    private final Limits limits;
    private final Origin origin;
    private final LastMade<List<String>, ObsCoreHeader> headers = new LastMade<>();
    private final LastMade<List<String>, ObsCoreHeader> headersWithSource = new LastMade<>();
    private final LastMade<Described, List<ServiceDescriptor>> descriptors = new LastMade<>();
    private final LastMade<Described, List<ServiceDescriptor>> descriptions = new LastMade<>();

    /** What descriptors depend on. */
    private record Described(List<String> versions, String base, List<String> sources) {}

    /**
     * @param defaultRows images where the client does not say
     * @param maxRows images at the most
     * @param constraints values of one request that constrain the images
     * @param vertices of one polygon
     * @param facetValues values of one facet that are counted
     * @param ahead images of an answer that are looked for twice, so that the header Link can tell where it goes on
     */
    public record Limits(int defaultRows, int maxRows, int constraints, int vertices, int facetValues, int ahead) {
        /** With the usual others. */
        public Limits(int defaultRows, int maxRows, int constraints) {
            this(
                    defaultRows,
                    maxRows,
                    constraints,
                    Config.Limits.DEFAULT.maxVertices(),
                    Config.Limits.DEFAULT.maxFacetValues(),
                    Config.Limits.DEFAULT.maxAhead());
        }
    }

    /** @param collections by name, in the order in which they are answered */
    public Sia2Protocol(Catalogue catalogue, Map<String, Served> collections, Limits limits, Origin origin) {
        this.catalogue = catalogue;
        this.collections = List.copyOf(collections.values());
        this.limit = new RowLimit(limits.defaultRows(), limits.maxRows());
        this.limits = limits;
        this.origin = origin;
    }

    /** The service's address. */
    public static String address(String base) {
        return base + "/vo/sia2/query";
    }

    @Override
    public Answer answer(Request request) {
        Parameters parameters = request.parameters();
        refuseFormatOfImages(parameters);
        Negotiation form = Negotiation.ofImages(request, MEDIA_TYPE);
        Question question = Question.read(parameters, limits);
        int rows = limit.read(parameters);
        boolean counts = counts(parameters);
        List<Facet> facets = Facet.read(parameters.all("FACETS"));
        if (counts && !facets.isEmpty()) {
            throw FaultException.usage("COUNT: sent with FACETS, which counts too; send one of them");
        }
        if ((counts || !facets.isEmpty()) && form.isItems()) {
            throw FaultException.usage(
                    "RESPONSEFORMAT: geojson is for images, and COUNT and FACETS answer with numbers; use one of "
                            + String.join(", ", Negotiation.names()));
        }
        if ((counts || !facets.isEmpty()) && parameters.given(Cursor.PARAMETER).isPresent()) {
            throw FaultException.usage(Cursor.PARAMETER
                    + ": sent with COUNT or FACETS, which count all images of the query; leave it out");
        }
        Map<Served, WantedSources> wanted = wanted(parameters.all("source"));
        Loaded loaded = Loaded.of(catalogue, collections);
        Cursor from = parameters
                .given(Cursor.PARAMETER)
                .map(text -> Cursor.read(text, loaded, Question.constraints(parameters)))
                .orElse(null);
        Asked asked = new Asked(request, loaded, question, from, rows, wanted);
        if (counts) {
            return table(form, asked, COUNT, Rows.of(List.of(List.of(Long.toString(count(asked))))), List.of());
        }
        if (!facets.isEmpty()) {
            try (Found found = found(asked)) {
                return table(form, asked, Facets.HEADER, Facets.of(found, facets, limits.facetValues()), List.of());
            }
        }
        return images(form, asked);
    }

    /** A request that has been read. */
    private record Asked(
            Request request,
            Loaded loaded,
            Question question,
            @Nullable Cursor from,
            int rows,
            Map<Served, WantedSources> wanted) {
        boolean namesSource() {
            return wanted.values().stream().anyMatch(each -> !each.places().isEmpty());
        }
    }

    private Answer images(Negotiation form, Asked asked) {
        Request request = asked.request();
        ObsCoreHeader header = form.isItems() ? header(asked).asItems() : header(asked);
        if (asked.rows() == 0) {
            return table(form, asked, header.header(), new NoRows(), services(asked));
        }
        Continuation next = new Continuation(
                address(request.base()),
                request.parameters(),
                KNOWN,
                asked.loaded().versions());
        Optional<String> link = ahead(asked, next).flatMap(next::link);
        ObsCoreRows.Sending sending = new ObsCoreRows.Sending(
                asked.rows(), request.base(), request.parameters().all("source"), asked.wanted());
        Rows images = new ObsCoreRows(found(asked), header, sending, next);
        Answer answer = table(form, asked, header.header(), images, services(asked));
        Answer linked = link.map(value -> answer.with("Link", value)).orElse(answer);
        return asked.namesSource() ? linked.keptByNobody() : linked;
    }

    private Optional<Cursor> ahead(Asked asked, Continuation next) {
        if (asked.rows() > limits.ahead() || !next.asksAhead(asked.rows(), asked.loaded())) {
            return Optional.empty();
        }
        try (Found found = found(asked)) {
            return Optional.ofNullable(next.ahead(found, asked.rows()));
        }
    }

    private Found found(Asked asked) {
        return Found.open(catalogue, collections, asked.loaded().tables().keySet(), asked.question(), asked.from());
    }

    private long count(Asked asked) {
        long count = 0;
        for (Served collection : asked.loaded().tables().keySet()) {
            Optional<ImageQuery> query = asked.question().of(collection);
            count += query.isPresent() ? catalogue.count(collection.name(), query.get()) : 0;
        }
        return count;
    }

    private Answer table(Negotiation form, Asked asked, Header header, Rows rows, List<ServiceDescriptor> services) {
        TableDocument document =
                new TableDocument("Images of all collections", infos(asked), List.of(), header, rows, services);
        return Answer.table(form.format(), form.contentType(), document);
    }

    private List<Info> infos(Asked asked) {
        Request request = asked.request();
        List<Info> infos = new ArrayList<>();
        infos.add(new Info("standardID", "ivo://ivoa.net/std/SIA"));
        infos.addAll(origin.infos(
                STANDARD_ID,
                Origin.address(address(request.base()), request.parameters(), KNOWN),
                asked.loaded().tables().keySet()));
        infos.addAll(asked.loaded().warnings());
        infos.addAll(UnknownParameters.warnings(request.parameters(), KNOWN));
        infos.addAll(Advice.on(asked.question(), new SelfDescription(asked.loaded(), limit, false)));
        return infos;
    }

    /** Made once for each state of the catalogue. */
    private ObsCoreHeader header(Asked asked) {
        boolean source = asked.namesSource();
        return (source ? headersWithSource : headers)
                .of(
                        asked.loaded().versions(),
                        key -> ObsCoreHeader.of(asked.loaded().tables(), source));
    }

    /** That of the links comes first: pyvo takes the first. Values of parameters are told where nothing else is wanted: there may be many. */
    private List<ServiceDescriptor> services(Asked asked) {
        boolean withValues = asked.rows() == 0;
        Loaded loaded = asked.loaded();
        List<String> sources = asked.request().parameters().all("source");
        return (withValues ? descriptions : descriptors)
                .of(
                        new Described(loaded.versions(), asked.request().base(), sources),
                        key -> List.of(
                                links(loaded, key),
                                new SelfDescription(loaded, limit, withValues).descriptor(address(key.base()))));
    }

    private static ServiceDescriptor links(Loaded loaded, Described key) {
        Param source = Served.sourceParam(
                loaded.collections(),
                each -> Objects.requireNonNull(loaded.tables().get(each)));
        return DataLink.descriptor(
                ServiceDescriptor.SERVICE,
                "obs_publisher_did",
                DataLink.asAsked(source, key.sources()),
                DataLink.address(key.base()),
                "all collections");
    }

    /** None where any copy will do. */
    private Map<Served, WantedSources> wanted(List<String> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        Map<Served, WantedSources> wanted = new LinkedHashMap<>();
        for (Served collection : collections) {
            wanted.put(collection, ImageCopy.requireOne(collection.copies().wantedOfAll(sources)));
        }
        return wanted;
    }

    private static boolean counts(Parameters parameters) {
        String count = parameters.given("COUNT").orElse("false").strip();
        return switch (count.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw FaultException.usage("COUNT", count, "is neither true nor false");
        };
    }

    /** Who wants FITS images may send it in the wrong parameter; that no answer has the form of an image is certain. */
    private static void refuseFormatOfImages(Parameters parameters) {
        Optional<String> form = parameters
                .given("RESPONSEFORMAT")
                .filter(value -> value.strip().toLowerCase(Locale.ROOT).startsWith("image/"));
        if (form.isPresent()) {
            throw FaultException.usage(
                    "RESPONSEFORMAT",
                    form.get(),
                    "is no form of answer; images of that type are asked for with FORMAT="
                            + form.get().strip());
        }
    }

    @Override
    public Answer fault(Request request, Fault fault) {
        Negotiation form = Negotiation.forFaultOfImages(request, MEDIA_TYPE);
        return Answer.fault(fault.status(), form.format(), form.contentType(), fault);
    }
}
