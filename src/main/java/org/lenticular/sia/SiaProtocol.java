package org.lenticular.sia;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.Images;
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
import org.lenticular.query.Match;
import org.lenticular.table.Column;
import org.lenticular.table.Header;
import org.lenticular.table.Info;
import org.lenticular.table.Param;
import org.lenticular.table.Rows;
import org.lenticular.table.ServiceDescriptor;
import org.lenticular.table.TableDocument;

/**
 * Image queries: {@code ?table={collection}&POS=…&SIZE=…}, and {@code /{collection}/query?POS=…&SIZE=…}.
 *
 * <p>SIA 1.0 (REC 2009-11-16) §4, §6: type Pointed or Atlas, whole images. Mistakes of a client are answered with HTTP 200 and
 * {@code QUERY_STATUS=ERROR} (§4.3), since TOPCAT and STILTS show the text only then; whatever is no VOTable has the status that HTTP wants.
 */
public final class SiaProtocol implements Protocol {
    private static final String MEDIA_TYPE = "text/xml;content=x-votable";
    private static final String STANDARD_ID = "ivo://ivoa.net/std/SIA";

    /** The parameters that say something here. */
    private static final List<String> READ = List.of(
            "table", "POS", "SIZE", "INTERSECT", "FORMAT", "VERB", "MAXREC", "RESULTMAX", "RESPONSEFORMAT", "source");

    /** And those that make images, where a service does (SIA 1.0 §4.1.6): they are left alone. */
    private static final List<String> KNOWN = Stream.concat(
                    READ.stream(), Stream.of("NAXIS", "CFRAME", "EQUINOX", "CRPIX", "CRVAL", "CDELT", "ROTANG", "PROJ"))
            .toList();

    private static final Pattern BY_PATH = Pattern.compile("/([^/]+)/query");

    private final Catalogue catalogue;
    private final Map<String, Served> collections;
    private final RowLimit limit;
    private final Origin origin;
    private final Map<String, ShapesOfLoad> shapes = new ConcurrentHashMap<>();

    /** What answers from one load have in common. */
    private record ShapesOfLoad(
            String version, Map<Told, AnswerShape> shapes, LastMade<String, ServiceDescriptor> links) {}

    /** What a client can choose of an answer's columns. */
    private record Told(Verbosity verbosity, boolean source) {}

    /**
     * @param collections by name, in the order in which they are told
     * @param defaultRows rows where the client does not say
     * @param maxRows rows at the most
     * @param origin where its answers come from
     */
    public SiaProtocol(
            Catalogue catalogue, Map<String, Served> collections, int defaultRows, int maxRows, Origin origin) {
        this.catalogue = catalogue;
        this.collections = collections;
        this.limit = new RowLimit(defaultRows, maxRows);
        this.origin = origin;
    }

    /** One that says nothing of itself. */
    public SiaProtocol(Catalogue catalogue, Map<String, Served> collections, int defaultRows, int maxRows) {
        this(catalogue, collections, defaultRows, maxRows, Origin.UNTOLD);
    }

    /**
     * The columns of a collection's answers, where the client does not say which it wants.
     *
     * @throws FaultException where the collection is not loaded
     */
    public List<Column> columns(String collection) {
        ImageTable table = catalogue.table(collection);
        return AnswerShape.of(table, Verbosity.QUERYABLE, false).header().columns();
    }

    @Override
    public Answer answer(Request request) {
        Parameters parameters = request.parameters();
        Served collection = collection(request);
        Negotiation form = Negotiation.of(request, MEDIA_TYPE);
        String format = parameters.single("FORMAT").orElse("");
        Verbosity verbosity = parameters.given("VERB").map(Verbosity::read).orElse(Verbosity.QUERYABLE);
        int rows = limit.read(parameters);
        WantedSources wanted = sources(collection, parameters);
        boolean metadata = ImageFormats.asksForMetadata(format);
        if (metadata || rows == 0 && parameters.given("POS").isEmpty()) {
            ImageTable table = catalogue.table(collection.name());
            Told told = new Told(
                    metadata ? Verbosity.EVERYTHING : verbosity,
                    !wanted.places().isEmpty());
            Header header = shape(collection, table, told).header();
            List<Param> inputs =
                    metadata ? new InputParams(collection, collections.keySet(), table, limit).all() : List.of();
            return answer(form, document(request, collection, table, inputs, header, Rows.none()));
        }
        Images images = catalogue.search(collection.name(), query(parameters, format));
        // The columns are those of the load that the images come from: the next may have others.
        AnswerShape shape = shape(
                collection, images.table(), new Told(verbosity, !wanted.places().isEmpty()));
        Rows found = new ImageRows(images, shape, new ImageCopy(collection.copies(), wanted, request.base()), rows);
        Answer answer = answer(form, document(request, collection, images.table(), List.of(), shape.header(), found));
        return wanted.places().isEmpty() ? answer : answer.keptByNobody();
    }

    private static Answer answer(Negotiation form, TableDocument document) {
        return Answer.table(form.format(), form.contentType(), document);
    }

    private TableDocument document(
            Request request, Served collection, ImageTable table, List<Param> inputs, Header header, Rows rows) {
        return new TableDocument(
                "Images of " + collection.title(),
                infos(request, collection),
                inputs,
                header,
                rows,
                header.columns().stream().anyMatch(column -> AnswerShape.DATALINK_ID.equals(column.id()))
                        ? List.of(links(request, collection, table))
                        : List.of());
    }

    private List<Info> infos(Request request, Served collection) {
        List<Info> infos = new ArrayList<>();
        infos.add(new Info("standardID", STANDARD_ID));
        infos.addAll(origin.infos(
                STANDARD_ID,
                Origin.address(request.base() + "/vo/sia" + request.path(), request.parameters(), READ),
                List.of(collection)));
        infos.addAll(UnknownParameters.warnings(request.parameters(), KNOWN));
        return infos;
    }

    private ServiceDescriptor links(Request request, Served collection, ImageTable table) {
        List<String> asked = request.parameters().all("source");
        Param source = collection.sourceParam(table);
        return asked.isEmpty()
                ? ofLoad(collection, table).links().of(request.base(), base -> links(base, collection, source))
                : links(request.base(), collection, DataLink.asAsked(source, asked));
    }

    private static ServiceDescriptor links(String base, Served collection, Param source) {
        return DataLink.descriptor(
                ServiceDescriptor.SERVICE,
                AnswerShape.DATALINK_ID,
                source,
                DataLink.address(base, collection),
                collection.title());
    }

    @Override
    public Answer fault(Request request, Fault fault) {
        Negotiation form = Negotiation.forFault(request, MEDIA_TYPE);
        boolean told = fault.status() == 400 && form.isVotable();
        return Answer.fault(told ? 200 : fault.status(), form.format(), form.contentType(), fault);
    }

    private static ImageQuery query(Parameters parameters, String format) {
        String pos = parameters
                .given("POS")
                .orElseThrow(() -> FaultException.usage(
                        "POS: missing; send right ascension and declination in degrees, such as POS=182.64,39.41"));
        String size = parameters
                .given("SIZE")
                .orElseThrow(
                        () -> FaultException.usage(
                                "SIZE: missing; send the width of the region in degrees, such as SIZE=0.5; 0 asks for images that hold the point POS"));
        Match match = parameters.given("INTERSECT").map(SiaProtocol::match).orElse(Match.OVERLAPS);
        return new ImageQuery(
                Optional.of(new ImageQuery.Where(Position.read(pos, size), match)), ImageFormats.read(format));
    }

    /** {@code source}, an extension: the images' addresses are then of the copies asked for, and two columns say which those are. */
    private static WantedSources sources(Served collection, Parameters parameters) {
        return ImageCopy.requireOne(collection.copies().wanted(parameters.all("source")));
    }

    private static Match match(String intersect) {
        try {
            return Match.valueOf(intersect.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw FaultException.usage("INTERSECT", intersect, "is none of COVERS, ENCLOSED, CENTER, OVERLAPS");
        }
    }

    private Served collection(Request request) {
        if (request.path().isEmpty() || request.path().equals("/")) {
            Optional<String> table = request.parameters().given("table");
            if (table.isPresent()) {
                return Served.named(collections, "table", table.get());
            }
            if (collections.size() > 1) {
                throw FaultException.usage("table: missing; use one of: " + Served.names(collections));
            }
            return collections.values().iterator().next();
        }
        Matcher path = BY_PATH.matcher(request.path());
        if (!path.matches()) {
            throw FaultException.notFound(
                    "there are no images at this address; they are at /vo/sia?table={collection} and at"
                            + " /vo/sia/{collection}/query");
        }
        Served collection = collections.get(path.group(1));
        if (collection == null) {
            throw FaultException.notFound(
                    "there is no such collection; the collections are: " + Served.names(collections));
        }
        return collection;
    }

    /** Made once for each load and verbosity. */
    private AnswerShape shape(Served collection, ImageTable table, Told told) {
        return ofLoad(collection, table)
                .shapes()
                .computeIfAbsent(told, key -> AnswerShape.of(table, key.verbosity(), key.source()));
    }

    private ShapesOfLoad ofLoad(Served collection, ImageTable table) {
        ShapesOfLoad known = shapes.get(collection.name());
        if (known == null || !known.version().equals(table.version())) {
            known = new ShapesOfLoad(table.version(), new ConcurrentHashMap<>(), new LastMade<>());
            shapes.put(collection.name(), known);
        }
        return known;
    }
}
