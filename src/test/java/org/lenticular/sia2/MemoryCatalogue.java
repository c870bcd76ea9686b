package org.lenticular.sia2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.Datasets;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.catalogue.Images;
import org.lenticular.catalogue.Statistics;
import org.lenticular.coverage.CoveredSky;
import org.lenticular.coverage.Moc;
import org.lenticular.fault.FaultException;
import org.lenticular.query.Constraint;
import org.lenticular.query.Extent;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.Interval;
import org.lenticular.query.Term;
import org.lenticular.sky.Region;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.EncodedRow;
import org.lenticular.table.StandardColumns;

/** A catalogue of images that are written down in a test: every constraint, plainly, and no index. */
final class MemoryCatalogue implements Catalogue {
    private final Map<String, Kept> collections = new LinkedHashMap<>();
    /** Streams that are open. */
    int open;

    /**
     * @param path of its file
     * @param cells by role
     */
    record Image(String path, Optional<Region> footprint, Map<String, String> cells) {}

    private record Kept(List<StoredColumn> columns, List<Image> images, String version) {}

    /** Loads, or loads anew, a collection whose rows have columns for all roles that occur, and others. */
    void load(String name, String version, List<Image> images, StoredColumn... others) {
        Set<String> roles = new TreeSet<>(Set.of("datalink", "access_url", "cloud_access"));
        images.forEach(image -> roles.addAll(image.cells().keySet()));
        List<StoredColumn> columns = new ArrayList<>(List.of(others));
        Set<String> taken =
                columns.stream().map(column -> String.valueOf(column.role())).collect(Collectors.toSet());
        roles.stream()
                .filter(role -> !taken.contains(role))
                .forEach(role -> columns.add(
                        new StoredColumn(StandardColumns.of(role).orElseGet(() -> Column.text(role)), role, false)));
        collections.put(name, new Kept(columns, images, version));
    }

    @Override
    public ImageTable table(String collection) {
        Kept kept = kept(collection);
        return new ImageTable(
                kept.columns(),
                kept.images().size(),
                values(kept.images(), "access_format"),
                Set.of("main-server", "aws:us-east1"),
                statistics(kept.images()),
                kept.version());
    }

    private Kept kept(String collection) {
        Kept kept = collections.get(collection);
        if (kept == null) {
            throw FaultException.unavailable("the collection " + collection + " is not loaded");
        }
        return kept;
    }

    private static Statistics statistics(List<Image> images) {
        Map<Extent, Interval> extents = new EnumMap<>(Extent.class);
        for (Extent extent : Extent.values()) {
            List<double[]> ranges = images.stream()
                    .map(image -> range(image, extent))
                    .filter(Objects::nonNull)
                    .toList();
            if (!ranges.isEmpty()) {
                extents.put(
                        extent,
                        new Interval(
                                ranges.stream().mapToDouble(r -> r[0]).min().orElseThrow(),
                                ranges.stream().mapToDouble(r -> r[1]).max().orElseThrow()));
            }
        }
        Map<Term, List<String>> words = new EnumMap<>(Term.class);
        for (Term term : Term.values()) {
            words.put(term, List.copyOf(new TreeSet<>(values(images, term.column()))));
        }
        return new Statistics(extents, words);
    }

    private static Set<String> values(Collection<Image> images, String role) {
        Set<String> values = new HashSet<>();
        images.forEach(image -> Optional.ofNullable(image.cells().get(role)).ifPresent(values::add));
        return values;
    }

    private static double @Nullable [] range(Image image, Extent extent) {
        String low = image.cells().get(extent.low());
        String high = image.cells().get(extent.high());
        return low == null || high == null ? null : new double[] {Double.parseDouble(low), Double.parseDouble(high)};
    }

    private static boolean meets(Image image, ImageQuery query) {
        String format = image.cells().get("access_format");
        boolean there = query.anyOf().isEmpty()
                || image.footprint()
                        .filter(footprint -> query.anyOf().stream().anyMatch(where -> where.accepts(footprint)))
                        .isPresent();
        boolean wanted = query.formats().all()
                || format != null && query.formats().anyOf().stream().anyMatch(format::equalsIgnoreCase);
        return there && wanted && query.constraints().stream().allMatch(each -> meets(image, each));
    }

    private static boolean meets(Image image, Constraint constraint) {
        if (constraint instanceof Constraint.Overlap overlap) {
            double[] range = range(image, overlap.extent());
            return range != null && overlap.anyOf().stream().anyMatch(each -> each.overlaps(range[0], range[1]));
        }
        Constraint.OneOf oneOf = (Constraint.OneOf) constraint;
        String word = image.cells().get(oneOf.term().column());
        if (word == null) {
            return false;
        }
        return switch (oneOf.term()) {
            case ID -> oneOf.anyOf().stream().anyMatch(word::equalsIgnoreCase);
            case POL -> Arrays.stream(word.split("/")).anyMatch(oneOf.anyOf()::contains);
            default -> oneOf.anyOf().contains(word);
        };
    }

    @Override
    public Images search(String collection, ImageQuery query, long from) {
        Kept kept = kept(collection);
        ImageTable table = table(collection);
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < kept.images().size(); i++) {
            if (i >= from && meets(kept.images().get(i), query)) {
                numbers.add((long) i);
            }
        }
        open++;
        return new Images() {
            private int next;
            private long number;
            private final EncodedRow.Reader row = new EncodedRow.Reader();

            @Override
            public boolean next() {
                if (next == numbers.size()) {
                    return false;
                }
                number = numbers.get(next++);
                List<@Nullable String> cells = new ArrayList<>();
                for (StoredColumn column : table.columns()) {
                    cells.add(image().cells().get(String.valueOf(column.role())));
                }
                row.start(EncodedRow.encode(cells), 0);
                return true;
            }

            private Image image() {
                return kept.images().get((int) number);
            }

            @Override
            public long number() {
                return number;
            }

            @Override
            public String path() {
                return image().path();
            }

            @Override
            public Map<String, Held> held() {
                return Map.of();
            }

            @Override
            public ImageTable table() {
                return table;
            }

            @Override
            public EncodedRow.Reader row() {
                return row;
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    @Override
    public long count(String collection, ImageQuery query) {
        return kept(collection).images().stream()
                .filter(image -> meets(image, query))
                .count();
    }

    @Override
    public Moc coverage(String collection) {
        CoveredSky sky = new CoveredSky(COVERAGE_ORDER);
        kept(collection).images().forEach(image -> image.footprint().ifPresent(sky::add));
        return sky.map();
    }

    @Override
    public long cover(String collection, ImageQuery query, long most, CoveredSky sky) {
        List<Image> found = kept(collection).images().stream()
                .filter(image -> meets(image, query))
                .limit(most)
                .toList();
        found.forEach(image -> image.footprint().ifPresent(sky::add));
        return found.size();
    }

    @Override
    public Datasets datasets(String collection, List<String> ids) {
        throw new UnsupportedOperationException("images only");
    }

    @Override
    public Map<String, String> datasetsOf(String collection, List<String> dids) {
        throw new UnsupportedOperationException("images only");
    }

    @Override
    public Optional<Product> product(String collection, String path) {
        throw new UnsupportedOperationException("images only");
    }

    @Override
    public Datasets allDatasets(String collection, String from) {
        throw new UnsupportedOperationException("images only");
    }

    @Override
    public long products(String collection) {
        throw new UnsupportedOperationException("images only");
    }

    @Override
    public void close() {}

    /** A column of the archive's own that plays the role, of a type of its own. */
    static StoredColumn own(String name, String role, Datatype type) {
        Column column = type.isText() ? Column.text(name).withType(type, "*") : Column.scalar(name, type);
        return new StoredColumn(column, role, true);
    }
}
