package org.lenticular.vosi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.config.Registration;
import org.lenticular.query.Extent;
import org.lenticular.query.Interval;
import org.lenticular.query.Term;

/**
 * The records by which registries know the service: one of the whole, with SIA 2.0 and DataLink, and one of each collection, with SIA 1.0
 * (VOResource 1.1, VODataService 1.2, SimpleDALRegExt 1.2). What only a load can tell (columns, coverage, test queries) is left out of a record
 * whose collection is not loaded.
 */
public final class RegistryRecord {
    /** Planck's constant times the speed of light, joule metres: registries know the spectrum by energy, ObsCore by wavelength. */
    private static final double HC = 6.62607015e-34 * 299_792_458;

    private static final int LONGEST_SHORT_NAME = 16;
    private final ServiceFacts facts;
    private final Registration said;
    private final String base;
    private final Instant updated;
    private final ExampleImages images;

    /**
     * @param said all that {@link Registration#require} asks for
     * @param base the service's public address, without a slash at the end
     * @param updated when the records were made
     */
    public RegistryRecord(ServiceFacts facts, Registration said, String base, Instant updated) {
        this.facts = facts;
        this.said = said;
        this.base = base;
        this.updated = updated;
        this.images = new ExampleImages(facts.catalogue());
    }

    /** All records in one document, {@code ri:VOResources}. */
    public String all() {
        Xml xml = Xml.document();
        String number = Integer.toString(1 + facts.collections().size());
        xml.open(
                "ri:VOResources",
                "xmlns:ri",
                "http://www.ivoa.net/xml/RegistryInterface/v1.0",
                "from",
                "1",
                "numberReturned",
                number,
                "more",
                "false");
        write(xml, Door.WHOLE);
        facts.collections().keySet().forEach(name -> write(xml, Door.sia1(name)));
        return xml.close().toString();
    }

    /** The record of the whole service, a document of its own. */
    public String ofService() {
        return document(Door.WHOLE);
    }

    /** The record of one collection, a document of its own. */
    public String ofCollection(String name) {
        return document(Door.sia1(name));
    }

    private String document(Door door) {
        Xml xml = Xml.document();
        write(xml, door);
        return xml.toString();
    }

    private void write(Xml xml, Door door) {
        xml.open(
                "ri:Resource",
                "xmlns:ri",
                "http://www.ivoa.net/xml/RegistryInterface/v1.0",
                "xmlns:vr",
                "http://www.ivoa.net/xml/VOResource/v1.0",
                "xmlns:vs",
                "http://www.ivoa.net/xml/VODataService/v1.1",
                "xmlns:sia",
                "http://www.ivoa.net/xml/SIA/v1.1",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:type",
                "vs:CatalogService",
                "created",
                said.created().map(day -> day + "T00:00:00Z").orElse(null),
                "updated",
                updated.truncatedTo(ChronoUnit.SECONDS).toString(),
                "status",
                "active",
                "version",
                "1.1");
        xml.element("title", described(door).map(ServiceFacts.Described::title).orElse(facts.title()));
        String name = door.collection();
        xml.element("shortName", name.substring(0, Math.min(name.length(), LONGEST_SHORT_NAME)));
        xml.element("identifier", identifier(door));
        curation(xml);
        content(xml, door);
        new Capabilities(facts, images, true).write(xml, door, base);
        loaded(xml, door);
        xml.close();
    }

    private String identifier(Door door) {
        String whole = said.identifier().orElse("");
        return door.collection().isEmpty() ? whole : whole + "/" + door.collection();
    }

    private Optional<ServiceFacts.Described> described(Door door) {
        return Optional.ofNullable(facts.collections().get(door.collection()));
    }

    private void curation(Xml xml) {
        xml.open("curation").element("publisher", said.publisher().orElse(null));
        List<String> creators =
                said.creators().isEmpty() ? said.publisher().stream().toList() : said.creators();
        creators.forEach(creator -> xml.open("creator").element("name", creator).close());
        xml.element("version", said.version().orElse(null));
        xml.open("contact").element("name", said.contact().orElse(null));
        xml.element("email", said.email().orElse(null)).close();
        xml.close();
    }

    private void content(Xml xml, Door door) {
        xml.open("content");
        said.subjects().forEach(subject -> xml.element("subject", subject));
        Optional<String> own = described(door).flatMap(ServiceFacts.Described::description);
        xml.element("description", own.or(said::description).orElse(null));
        xml.element("referenceURL", said.referenceUrl().orElse(base + "/"));
        xml.element("type", "Archive").element("contentLevel", "Research");
        if (!door.collection().isEmpty()) {
            xml.open("relationship").element("relationshipType", "IsPartOf");
            xml.element("relatedResource", facts.title(), "ivo-id", identifier(Door.WHOLE));
            xml.close();
        }
        xml.close();
    }

    /** What the loads tell. */
    private void loaded(Xml xml, Door door) {
        List<String> names = facts.collections().keySet().stream()
                .filter(name -> door.collection().isEmpty() || door.collection().equals(name))
                .filter(name -> images.table(name).isPresent())
                .toList();
        List<ImageTable> tables =
                names.stream().flatMap(name -> images.table(name).stream()).toList();
        words(tables, Term.FACILITY).forEach(word -> xml.element("facility", word));
        words(tables, Term.INSTRUMENT).forEach(word -> xml.element("instrument", word));
        String times = range(tables, Extent.TIME, Interval::low, Interval::high);
        String energies = range(tables, Extent.BAND, band -> HC / band.high(), band -> HC / band.low());
        String sky = SkyCoverage.text(facts.catalogue(), names);
        if (sky != null || times != null || energies != null) {
            xml.open("coverage").element("spatial", sky);
            xml.element("temporal", times).element("spectral", energies);
            xml.close();
        }
        if (!tables.isEmpty()) {
            xml.open("tableset");
            new Tables(facts).write(xml, door, true);
            xml.close();
        }
    }

    private static TreeSet<String> words(List<ImageTable> tables, Term term) {
        TreeSet<String> words = new TreeSet<>();
        tables.forEach(table -> words.addAll(table.statistics().words().getOrDefault(term, List.of())));
        words.removeIf(String::isBlank);
        return words;
    }

    /** The least and the greatest number by a blank; null where either is not known. */
    private static @Nullable String range(
            List<ImageTable> tables, Extent extent, ToDoubleFunction<Interval> low, ToDoubleFunction<Interval> high) {
        List<Interval> known = tables.stream()
                .flatMap(table ->
                        Optional.ofNullable(table.statistics().extents().get(extent)).stream())
                .toList();
        double least = known.stream().mapToDouble(low).min().orElse(Double.NaN);
        double greatest = known.stream().mapToDouble(high).max().orElse(Double.NaN);
        return Double.isFinite(least) && Double.isFinite(greatest) ? least + " " + greatest : null;
    }
}
