package org.lenticular.datalink;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Datasets;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.WantedSources;

/** Datasets that are read a little ahead, so that places are asked for several products' copies at a time. Not thread-safe. */
final class DatasetsAhead implements Datasets {
    private static final int PRODUCTS = 64;
    private static final int DATASETS = 64;

    private final Datasets datasets;
    private final CopyChooser copies;
    private final WantedSources wanted;
    private final Deque<Dataset> read = new ArrayDeque<>();
    private int products;
    private boolean ended;

    /** @param copies those of this answer, to be told what will be chosen */
    DatasetsAhead(Datasets datasets, CopyChooser copies, WantedSources wanted) {
        this.datasets = datasets;
        this.copies = copies;
        this.wanted = wanted;
    }

    @Override
    public @Nullable Dataset next() {
        while (!ended && products < PRODUCTS && read.size() < DATASETS) {
            read();
        }
        Dataset next = read.poll();
        products -= next == null ? 0 : next.products().size();
        return next;
    }

    private void read() {
        Dataset dataset = datasets.next();
        if (dataset == null) {
            ended = true;
            return;
        }
        read.add(dataset);
        products += dataset.products().size();
        // A dataset may have any number of products: those beyond are asked for when it is their turn.
        for (Product product : dataset.products()
                .subList(0, Math.min(PRODUCTS, dataset.products().size()))) {
            copies.expect(product, wanted);
        }
    }

    @Override
    public void close() {
        datasets.close();
    }
}
