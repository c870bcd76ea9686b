package org.lenticular.datalink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.DatasetImage;
import org.lenticular.catalogue.Datasets;
import org.lenticular.fault.Fault;
import org.lenticular.location.WantedSources;
import org.lenticular.protocol.Served;

/**
 * Datasets by their images' {@code obs_publisher_did}, over all collections: one statement a collection finds which of them knows an identifier, and
 * one more reads its datasets as a stream. They come in the order in which the identifiers were asked.
 */
final class OfAllCollections implements AskedDatasets {
    /** Where an identifier leads to. */
    private record Target(Served collection, String dataset) {}

    private record Read(Dataset dataset, Optional<DatasetImage> image) {}

    private final Iterator<String> ids;
    private final Map<String, Target> targets = new HashMap<>();
    private final Map<Served, WantedSources> wanted;
    private final Map<Served, Datasets> streams = new LinkedHashMap<>();
    /** Two images may be of one dataset, which its collection gives once. */
    private final Map<Target, Read> read = new HashMap<>();

    private final Served any;
    private final @Nullable Fault unread;

    private OfAllCollections(List<String> ids, Map<Served, WantedSources> wanted, Served any, @Nullable Fault unread) {
        this.ids = ids.iterator();
        this.wanted = wanted;
        this.any = any;
        this.unread = unread;
    }

    /**
     * @param wanted by collection, in their order: those that can be read
     * @param any one of all collections
     * @param unread why another collection cannot be read, which may know what these do not; null where all can be
     */
    static OfAllCollections open(
            Catalogue catalogue,
            List<String> ids,
            Map<Served, WantedSources> wanted,
            Served any,
            @Nullable Fault unread) {
        OfAllCollections all = new OfAllCollections(ids, wanted, any, unread);
        try {
            all.find(catalogue, ids, wanted.keySet());
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    private void find(Catalogue catalogue, List<String> ids, Collection<Served> collections) {
        for (Served collection : collections) {
            List<String> open =
                    ids.stream().filter(id -> !targets.containsKey(id)).toList();
            if (open.isEmpty()) {
                return;
            }
            Map<String, String> found = catalogue.datasetsOf(collection.name(), open);
            List<String> datasets = new ArrayList<>();
            for (String id : open) {
                String dataset = found.get(id);
                if (dataset != null) {
                    targets.put(id, new Target(collection, dataset));
                    datasets.add(dataset);
                }
            }
            if (!datasets.isEmpty()) {
                List<String> distinct = datasets.stream().distinct().toList();
                streams.put(collection, catalogue.datasets(collection.name(), distinct));
            }
        }
    }

    @Override
    public @Nullable Asked next() {
        if (!ids.hasNext()) {
            return null;
        }
        String id = ids.next();
        Target target = targets.get(id);
        if (target == null) {
            return Asked.unknown(id, any, unread);
        }
        Served collection = target.collection();
        WantedSources sources = wanted.getOrDefault(collection, WantedSources.ANY);
        Read found = dataset(target);
        return new Asked(id, target.dataset(), found.dataset().products(), found.image(), collection, sources, null);
    }

    /** A collection's stream gives datasets in the order in which they are first asked for. */
    private Read dataset(Target target) {
        Read known = read.get(target);
        if (known == null) {
            Datasets stream = streams.get(target.collection());
            Dataset next = stream == null ? null : stream.next();
            known = stream == null || next == null
                    ? new Read(new Dataset(target.dataset(), List.of()), Optional.empty())
                    : new Read(next, OfOneCollection.image(stream, target.collection()));
            read.put(target, known);
        }
        return known;
    }

    @Override
    public void close() {
        streams.values().forEach(Datasets::close);
        streams.clear();
    }
}
