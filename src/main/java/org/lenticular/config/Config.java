package org.lenticular.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lenticular.archive.LinkAuth;
import org.lenticular.archive.Source;
import org.lenticular.archive.Template;
import org.lenticular.location.health.PlaceWatch;
import org.lenticular.location.health.WatchRules;

/**
 * An operator's configuration, whole and without mistakes.
 *
 * @param file where it was read from; relative paths in it are relative to its folder
 * @param watch when a place counts as down
 * @param places by source name, in the file's order
 * @param collections by name, in the file's order; at least one
 */
public record Config(
        Path file,
        Service service,
        Path catalogueFolder,
        Limits limits,
        WatchRules watch,
        Map<String, Place> places,
        Map<String, CollectionSettings> collections) {
    public Config {
        places = inOrder(places);
        collections = inOrder(collections);
    }

    /** A copy that keeps the order, which Map.copyOf does not: the first of a collection's sources is its default. */
    private static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * @param title of the whole service, for people
     * @param baseUrl the public address without a slash at its end; empty: what each request came to
     * @param authority that publisher's identifiers are made under, where an archive gives none
     * @param trustedProxies addresses or CIDR blocks whose forwarded headers count; each can be read by {@link AddressBlock#parse}
     * @param cors origins whose pages' scripts may read answers; {@link #ANY_ORIGIN} alone for all, none for none
     * @param gzip whether answers are compressed for clients that take them so
     * @param registration what a registry wants to know
     */
    public record Service(
            String title,
            Optional<String> baseUrl,
            String authority,
            List<String> trustedProxies,
            List<String> cors,
            boolean gzip,
            Registration registration) {
        /** Nobody's: no registry has it, and by the name's ending nobody can (RFC 2606 §2). */
        public static final String NO_AUTHORITY = "lenticular.invalid";

        /** Stands for every origin. */
        public static final String ANY_ORIGIN = "*";

        public Service {
            trustedProxies = List.copyOf(trustedProxies);
            cors = List.copyOf(cors);
        }

        /** Open to scripts, compressing, unknown to registries. */
        public Service(String title, Optional<String> baseUrl, List<String> trustedProxies) {
            this(title, baseUrl, NO_AUTHORITY, trustedProxies, List.of(ANY_ORIGIN), true, Registration.NONE);
        }
    }

    /**
     * @param defaultRows rows of an answer where MAXREC does not say
     * @param maxRows rows of an answer at the most
     * @param maxIds identifiers in one request; one with more is refused
     * @param answeredIds identifiers that one request is answered for; the answer says that there were more
     * @param maxLinks links of one answer; behind the identifier that reaches it, the answer says that there are more
     * @param maxConstraints values that constrain the images of one request; one with more is refused
     * @param maxVertices vertices of one polygon; one with more is refused
     * @param maxFacetValues values of one facet that are counted; the answer says that there were more
     * @param maxAhead images of an answer that are looked for twice to tell beforehand where it goes on; 0 for none
     * @param maxBody bytes of a request's body
     * @param maxValue characters of one value
     * @param queryTime how long a query may take
     * @param maxQueries how many may run at a time over one collection
     * @param bodyTime how long a body may take to arrive
     */
    public record Limits(
            int defaultRows,
            int maxRows,
            int maxIds,
            int answeredIds,
            int maxLinks,
            int maxConstraints,
            int maxVertices,
            int maxFacetValues,
            int maxAhead,
            long maxBody,
            int maxValue,
            Duration queryTime,
            int maxQueries,
            Duration bodyTime) {
        /** What holds where the configuration does not say otherwise. */
        public static final Limits DEFAULT = new Limits(
                10_000,
                1_000_000,
                5_000,
                5_000,
                100_000,
                100,
                1_000,
                1_000,
                10_000,
                2_097_152,
                10_000,
                Duration.ofSeconds(60),
                64,
                Duration.ofSeconds(10));
    }

    /**
     * A source and what its kind needs to know.
     *
     * @param kind which resolver knows it ({@code http}, {@code s3}); empty for a name without a place, which always falls back
     * @param schemes of whole locations that it can hand out; none where it has no kind
     * @param settings of that kind, such as {@code base} or {@code bucket}; checked by the kind
     * @param watch how it is watched, where a collection does not say otherwise
     */
    public record Place(
            Source source, Optional<String> kind, Set<String> schemes, Map<String, String> settings, PlaceWatch watch) {
        public Place {
            schemes = Set.copyOf(schemes);
            settings = inOrder(settings);
        }
    }

    /**
     * @param tables what its images are read from; at least one
     * @param datasetId a template over an image's columns
     * @param products templates over an image's columns; empty where a table lists them
     * @param productTable the table of products; empty where the templates say
     * @param services beside its products, in the file's order
     * @param holdings by source name, the default source first
     * @param columns by ObsCore or SIA name ({@link org.lenticular.archive.Roles}): a template or constant, with its unit behind a blank
     *     ({@code {wavelength} nm}, {@code 600 nm})
     * @param citation how the collection is to be cited: a DOI, a bibcode, or words; empty where that is not told
     * @param accessUrl what {@code access_url} of SIA 2.0 leads to
     * @param badRows the share of rows (0 to 1) that may be unusable before a load stops
     */
    public record CollectionSettings(
            String name,
            String title,
            Optional<String> description,
            List<TableSettings> tables,
            Optional<Template> datasetId,
            List<ProductTemplate> products,
            Optional<TableSettings> productTable,
            List<LinkedService> services,
            Map<String, Holding> holdings,
            Map<String, Template> columns,
            Optional<String> citation,
            AccessUrl accessUrl,
            double badRows) {
        /** The share of unusable rows that stops a load, where the configuration does not say otherwise. */
        public static final double DEFAULT_BAD_ROWS = 0.01;

        public CollectionSettings {
            tables = List.copyOf(tables);
            products = List.copyOf(products);
            services = List.copyOf(services);
            holdings = inOrder(holdings);
            columns = inOrder(columns);
        }
    }

    /**
     * @param file absolute
     * @param format STIL's name of the format ({@code csv}, {@code ecsv}, {@code csv(delimiter=|)}); empty: by content, then by the name's ending
     */
    public record TableSettings(Path file, Optional<String> format) {}

    /** One product of each image, as templates over the image's columns; semantics is checked against the vocabulary. */
    public record ProductTemplate(
            Template path,
            String semantics,
            Optional<Template> description,
            Optional<Template> contentType,
            Optional<Template> contentLength,
            Optional<Template> contentQualifier,
            Optional<Template> localSemantics) {}

    /**
     * What one source holds of one collection.
     *
     * @param holds which products
     * @param path a template for a copy's own path or whole location, over the columns of the product's (or image's) table; where its
     *     value is empty, the product's own path holds
     * @param settings of the place that are others for this collection
     * @param linkAuth whether one must be logged in for this collection's; empty: as for the place
     * @param watch how the place is watched for this collection; empty: as for all
     */
    public record Holding(
            Holds holds,
            Optional<Template> path,
            Map<String, String> settings,
            Optional<LinkAuth> linkAuth,
            Optional<PlaceWatch> watch) {
        public Holding {
            settings = inOrder(settings);
        }

        /** As everywhere at the place. */
        public Holding(Holds holds, Optional<Template> path, Map<String, String> settings) {
            this(holds, path, settings, Optional.empty(), Optional.empty());
        }
    }
}
