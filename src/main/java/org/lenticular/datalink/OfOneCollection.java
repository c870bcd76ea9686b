package org.lenticular.datalink;

import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;
import org.lenticular.catalogue.Datasets;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.WantedSources;

/** Datasets by the identifiers of one collection. */
record OfOneCollection(Datasets datasets, CopyChooser copies, WantedSources wanted) implements AskedDatasets {
    @Override
    public @Nullable Asked next() {
        Dataset dataset = datasets.next();
        return dataset == null ? null : new Asked(dataset.id(), dataset.products(), copies, wanted, null);
    }

    @Override
    public void close() {
        datasets.close();
    }
}
