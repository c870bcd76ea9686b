package org.lenticular.datalink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Product;

/** What a client asked for, read a little ahead, so that places are asked for several products' copies at a time. Not thread-safe. */
final class AskedAhead implements AskedDatasets {
    private static final int PRODUCTS = 64;
    private static final int DATASETS = 64;

    private final AskedDatasets datasets;
    private final Deque<Asked> read = new ArrayDeque<>();
    private int products;
    private boolean ended;

    AskedAhead(AskedDatasets datasets) {
        this.datasets = datasets;
    }

    @Override
    public @Nullable Asked next() {
        while (!ended && products < PRODUCTS && read.size() < DATASETS) {
            readOne();
        }
        Asked next = read.poll();
        products -= next == null ? 0 : next.products().size();
        return next;
    }

    private void readOne() {
        Asked asked = datasets.next();
        if (asked == null) {
            ended = true;
            return;
        }
        read.add(asked);
        products += asked.products().size();
        // A dataset may have any number of products: those beyond are asked for when it is their turn.
        List<Product> first =
                asked.products().subList(0, Math.min(PRODUCTS, asked.products().size()));
        first.forEach(product -> asked.collection().copies().expect(product, asked.wanted()));
    }

    @Override
    public void close() {
        datasets.close();
    }
}
