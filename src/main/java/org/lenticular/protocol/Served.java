package org.lenticular.protocol;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lenticular.archive.Source;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.config.AccessUrl;
import org.lenticular.config.LinkedService;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Nearest;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.Place;
import org.lenticular.table.Column;
import org.lenticular.table.Param;

/**
 * A collection as it is served: what every protocol needs of it.
 *
 * @param name what addresses and {@code table} call it
 * @param title for people
 * @param copies chooses among the copies of its products
 * @param services that are called for its datasets, elsewhere
 * @param citation how it is to be cited; empty where that is not told
 * @param accessUrl what {@code access_url} of SIA 2.0 leads to
 */
public record Served(
        String name,
        String title,
        CopyChooser copies,
        List<LinkedService> services,
        Optional<String> citation,
        AccessUrl accessUrl) {
    public Served {
        services = List.copyOf(services);
    }

    /** A collection whose images' addresses lead to the images. */
    public Served(String name, String title, CopyChooser copies, List<LinkedService> services) {
        this(name, title, copies, services, Optional.empty(), AccessUrl.IMAGE);
    }

    /** A collection without services. */
    public Served(String name, String title, CopyChooser copies) {
        this(name, title, copies, List.of());
    }

    /**
     * The collection of this name.
     *
     * @throws FaultException naming those that there are
     */
    public static Served named(Map<String, Served> collections, String parameter, String name) {
        Served served = collections.get(name);
        if (served == null) {
            String near = Nearest.of(name, collections.keySet())
                    .map(known -> " (" + known + "?)")
                    .orElse("");
            throw FaultException.usage(
                    parameter, name, "is no collection here" + near + "; use one of: " + names(collections));
        }
        return served;
    }

    /** The same for the making of one answer, by one thread ({@link CopyChooser#forAnswer}); itself where that makes no difference. */
    public Served forAnswer() {
        CopyChooser own = copies.forAnswer();
        return own == copies ? this : new Served(name, title, own, services, citation, accessUrl);
    }

    /** The collections' names, for a message. */
    public static String names(Map<String, Served> collections) {
        return String.join(", ", collections.keySet());
    }

    /**
     * The parameter {@code source} for descriptors: OPTIONs for the sources that hold something of the collection, and those that are always
     * advertised; the value is the default source (design: rule 8).
     */
    public Param sourceParam(ImageTable table) {
        return sourceParam(List.of(this), collection -> table);
    }

    /** The same for several collections at once: the union of their sources; the value is the first one's default. */
    public static Param sourceParam(Collection<Served> collections, Function<Served, ImageTable> tables) {
        Map<String, Param.Option> options = new LinkedHashMap<>();
        for (Served collection : collections) {
            Set<String> holders = tables.apply(collection).holders();
            collection.copies().places().stream()
                    .map(Place::source)
                    .filter(source -> source.advertised() || holders.contains(source.name()))
                    .forEach(source ->
                            options.putIfAbsent(source.name(), new Param.Option(source.title(), source.name())));
        }
        Source first = collections.iterator().next().copies().places().get(0).source();
        return new Param(
                Column.text("source").withDescription("Where the data shall come from"),
                first.name(),
                null,
                null,
                List.copyOf(options.values()));
    }
}
