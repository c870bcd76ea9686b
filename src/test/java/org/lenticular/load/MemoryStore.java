package org.lenticular.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.HeldWriter;
import org.lenticular.catalogue.ImageRecord;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.catalogue.Listing;
import org.lenticular.table.Column;

/** Catalogues in memory, to see what a load writes. */
final class MemoryStore implements CatalogueStore {
    private final Map<String, Kept> collections = new HashMap<>();
    private final List<MemoryListing> listings = new ArrayList<>();

    /** What was published of one collection. */
    record Kept(
            List<StoredColumn> columns,
            List<ImageRecord> images,
            Map<String, List<Product>> products,
            Set<String> holders,
            String inputs) {
        static final Kept NOTHING = new Kept(List.of(), List.of(), Map.of(), Set.of(), "");

        /** Of the columns that SIA 1.0 can show. */
        List<String> shown() {
            return columns.stream()
                    .filter(column -> !column.implied())
                    .map(StoredColumn::column)
                    .map(Column::name)
                    .toList();
        }

        List<String> names() {
            return columns.stream().map(StoredColumn::column).map(Column::name).toList();
        }

        StoredColumn column(String name) {
            return columns.get(names().indexOf(name));
        }

        /** The column that plays the role; null where none does. */
        @Nullable
        StoredColumn role(String role) {
            return columns.stream().filter(each -> each.is(role)).findFirst().orElse(null);
        }

        @Nullable
        String cell(int image, String column) {
            int index = names().indexOf(column);
            if (index < 0) {
                throw new AssertionError("no column " + column + " in " + names());
            }
            return images.get(image).cells().get(index);
        }

        List<Product> products(String dataset) {
            return products.getOrDefault(dataset, List.of());
        }
    }

    Kept kept(String collection) {
        Kept kept = collections.get(collection);
        if (kept == null) {
            throw new AssertionError("nothing was published of " + collection);
        }
        return kept;
    }

    /** The names that were kept of what sources list, over all loads. */
    List<String> listed() {
        return listings.stream().flatMap(each -> each.copies.keySet().stream()).toList();
    }

    private static final class MemoryListing implements Listing {
        private final NavigableMap<String, Held> copies = new TreeMap<>();

        @Override
        public boolean add(String name, Held copy) {
            return copies.putIfAbsent(name, copy) == null;
        }

        @Override
        public Optional<Held> file(String name) {
            return Optional.ofNullable(copies.get(name));
        }

        @Override
        public Optional<Held> directory(String name) {
            Held itself = copies.get(name);
            Map<String, Held> inside = new TreeMap<>(copies.tailMap(name, false));
            inside.keySet().removeIf(each -> !each.startsWith(name));
            if (inside.isEmpty()) {
                return Optional.ofNullable(itself);
            }
            inside.keySet().removeIf(each -> each.endsWith("/"));
            Long sum = inside.isEmpty() ? null : Long.valueOf(0);
            for (Held each : inside.values()) {
                sum = sum == null || each.length() == null ? null : Long.valueOf(sum + each.length());
            }
            Long length = itself == null || itself.length() == null ? sum : itself.length();
            return Optional.of(
                    itself == null
                            ? new Held(true, null, length, null)
                            : new Held(true, itself.at(), length, itself.etag()));
        }
    }

    boolean has(String collection) {
        return collections.containsKey(collection);
    }

    @Override
    public CatalogueWriter write(String collection) {
        return new Writer(collection);
    }

    @Override
    public HeldWriter amend(String collection, String version) {
        throw new UnsupportedOperationException("loads do not amend");
    }

    @Override
    public Optional<String> inputs(String collection) {
        return Optional.ofNullable(collections.get(collection)).map(Kept::inputs);
    }

    @Override
    public Catalogue open() {
        throw new UnsupportedOperationException("what was written is looked at, not searched");
    }

    private final class Writer implements CatalogueWriter {
        private final String collection;
        private final Map<String, Long> dids = new HashMap<>();
        private final List<ImageRecord> images = new ArrayList<>();
        private final Map<String, List<Product>> products = new LinkedHashMap<>();

        private Writer(String collection) {
            this.collection = collection;
        }

        @Override
        public OptionalLong image(ImageRecord image) {
            if (image.did().isPresent()) {
                Long earlier = dids.putIfAbsent(image.did().get(), image.row());
                if (earlier != null) {
                    return OptionalLong.of(earlier);
                }
            }
            images.add(image);
            return OptionalLong.empty();
        }

        @Override
        public boolean product(String dataset, Product product) {
            List<Product> list = products.computeIfAbsent(dataset, each -> new ArrayList<>());
            boolean isThere = list.stream()
                    .anyMatch(each -> each.path().equals(product.path())
                            && each.semantics().equals(product.semantics()));
            return !isThere && list.add(product);
        }

        @Override
        public Listing listing() {
            MemoryListing listing = new MemoryListing();
            listings.add(listing);
            return listing;
        }

        @Override
        public Settled settle() {
            long added = 0;
            for (ImageRecord image : images) {
                List<Product> list = products.computeIfAbsent(image.dataset(), each -> new ArrayList<>());
                if (list.stream().noneMatch(each -> each.path().equals(image.path()))) {
                    list.add(new Product(image.path(), "#this", null, image.format(), null, null, null, image.held()));
                    added++;
                }
            }
            Set<String> removed = new HashSet<>();
            products.forEach((dataset, list) -> {
                if (list.stream().noneMatch(each -> each.semantics().equals("#this"))) {
                    removed.add(dataset);
                }
            });
            products.keySet().removeAll(removed);
            return new Settled(added, removed);
        }

        @Override
        public void publish(List<StoredColumn> columns, Set<String> holders, String inputs) {
            settle();
            collections.put(collection, new Kept(columns, images, products, holders, inputs));
        }

        @Override
        public void close() {}
    }
}
