package org.lenticular.sia2;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lenticular.table.Cells;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.Header;
import org.lenticular.table.Rows;

/** How many images there are of each value: an extension. One pass over what is found, and of each image only its cells are looked at. */
final class Facets {
    static final Header HEADER = new Header(List.of(
            Column.text("facet").withUcd("meta.id").withDescription("By what is counted"),
            Column.text("value")
                    .withType(Datatype.UNICODE_CHAR, "*")
                    .withUcd("meta.code")
                    .withDescription("The value; empty for images of which nothing is known"),
            Column.scalar("images", Datatype.LONG).withUcd("meta.number").withDescription("Images of this value")));

    private final Map<Facet, Map<String, long[]>> counts = new LinkedHashMap<>();
    private final int most;
    private @Nullable Facet full;

    private Facets(List<Facet> facets, int most) {
        this.most = most;
        facets.forEach(facet -> counts.put(facet, new HashMap<>()));
    }

    /**
     * Counts to the end of what is found.
     *
     * @param most values of one facet that are kept; images of others are counted no more
     */
    static Rows of(Found found, List<Facet> facets, int most) {
        Facets counting = new Facets(facets, most);
        CountedImage image = new CountedImage(found);
        while (found.next()) {
            image.take();
            counting.counts.forEach((facet, values) -> counting.count(facet, facet.values(image), values));
        }
        return counting.rows();
    }

    private void count(Facet facet, List<String> values, Map<String, long[]> counted) {
        for (String value : values.isEmpty() ? List.of("") : values) {
            long[] count = counted.get(value);
            if (count == null && counted.size() == most) {
                full = facet;
            } else if (count == null) {
                counted.put(value, new long[] {1});
            } else {
                count[0]++;
            }
        }
    }

    private Rows rows() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        counts.forEach((facet, values) -> new TreeMap<>(values)
                .forEach((value, count) -> rows.add(List.of(facet.word(), value, Long.toString(count[0])))));
        Rows all = Rows.of(rows);
        Facet cut = full;
        return new Rows() {
            @Override
            public boolean next(Cells cells) throws IOException {
                return all.next(cells);
            }

            @Override
            public boolean overflowed() {
                return cut != null;
            }

            @Override
            public @Nullable String overflowMessage() {
                return cut == null
                        ? null
                        : "There are more than " + most + " values of " + cut.word()
                                + "; images of those that were met later are not counted";
            }
        };
    }
}
