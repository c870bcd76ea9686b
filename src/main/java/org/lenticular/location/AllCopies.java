package org.lenticular.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lenticular.archive.Product;

/** All copies of a product, as addresses without signatures: those in clouds are the ones that {@code cloud_access} has, no more and no fewer. */
final class AllCopies {
    private final String collection;
    private final Product product;
    private final String base;
    private final List<CopyAddress> found = new ArrayList<>();

    private AllCopies(String collection, Product product, String base) {
        this.collection = collection;
        this.product = product;
        this.base = base;
    }

    /** @param places in the order of the list */
    static List<CopyAddress> of(String collection, List<Place> places, Product product, String base) {
        AllCopies all = new AllCopies(collection, product, base);
        for (Place place : places) {
            Copy copy = place.copy(product);
            if (copy != null) {
                all.add(copy);
            }
        }
        return List.copyOf(all.found);
    }

    private void add(Copy copy) {
        Optional<CloudAccess> cloud = copy.resolver().cloudAccess(copy.location());
        if (cloud.isPresent()) {
            if (found.stream().noneMatch(other -> isSame(other, cloud.get()))) {
                add(copy, copy.location().text(), cloud);
            }
        } else if (copy.hindrance() == null) {
            // In no cloud's terms: what a client that speaks HTTP can fetch, or nothing.
            if (!copy.isOurs() && copy.location().isWeb()) {
                add(copy, copy.location().text(), cloud);
            } else if (copy.isOurs() || isOnTheWeb(copy)) {
                add(
                        copy,
                        LastingAddress.of(collection, product, copy.place(), base)
                                .text(),
                        cloud);
            }
        }
    }

    private void add(Copy copy, String href, Optional<CloudAccess> cloud) {
        found.add(new CopyAddress(
                copy.place().source(), href, cloud, copy.resolver().requesterPays()));
    }

    private static boolean isOnTheWeb(Copy copy) {
        try {
            return copy.resolver().isOnTheWeb(copy.location());
        } catch (CannotSign e) {
            return false;
        }
    }

    /** Several sources that lead to one bucket and key are one copy, as in {@code cloud_access}. */
    private static boolean isSame(CopyAddress other, CloudAccess copy) {
        return other.cloud()
                .filter(own -> own.key().equals(copy.key())
                        && own.bucket().equals(copy.bucket())
                        && own.provider().equals(copy.provider()))
                .isPresent();
    }
}
