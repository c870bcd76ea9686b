package org.lenticular.datalink;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;
import org.lenticular.catalogue.DatasetImage;
import org.lenticular.catalogue.Datasets;
import org.lenticular.location.WantedSources;
import org.lenticular.protocol.Served;

/** Datasets by the identifiers of one collection. */
record OfOneCollection(Datasets datasets, Served collection, WantedSources wanted) implements AskedDatasets {
    @Override
    public @Nullable Asked next() {
        Dataset dataset = datasets.next();
        if (dataset == null) {
            return null;
        }
        String id = dataset.id();
        return new Asked(id, id, dataset.products(), image(datasets, collection), collection, wanted, null);
    }

    /** The image of the dataset that was read last, where the collection has services. */
    static Optional<DatasetImage> image(Datasets datasets, Served collection) {
        return collection.services().isEmpty() ? Optional.empty() : datasets.image();
    }

    @Override
    public void close() {
        datasets.close();
    }
}
