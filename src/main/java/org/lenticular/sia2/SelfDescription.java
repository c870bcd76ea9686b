package org.lenticular.sia2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.Statistics;
import org.lenticular.config.AccessUrl;
import org.lenticular.protocol.DataLink;
import org.lenticular.protocol.Negotiation;
import org.lenticular.protocol.RowLimit;
import org.lenticular.protocol.Served;
import org.lenticular.query.Interval;
import org.lenticular.query.Term;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.Param;
import org.lenticular.table.ServiceDescriptor;

/**
 * The service described for clients: every parameter, with what there is in the catalogue (SIA 2.0 §3.1.2, by the names of DataLink 1.1 §4.4).
 *
 * @param withValues whether the values that occur are listed, not only ranges
 */
record SelfDescription(Loaded loaded, RowLimit limit, boolean withValues) {
    ServiceDescriptor descriptor(String address) {
        List<Param> inputs = new ArrayList<>();
        for (String name : Question.parameters()) {
            inputs.add(input(name));
        }
        inputs.add(new Param(
                Column.scalar("MAXREC", Datatype.INT)
                        .withDescription("Images at the most; 0 for this description alone"),
                Integer.toString(limit.byDefault()),
                "0",
                Integer.toString(limit.most()),
                List.of()));
        inputs.add(options(text("RESPONSEFORMAT", "Form of the answer"), Negotiation.namesForImages()));
        Param source = Served.sourceParam(loaded.collections(), this::table);
        inputs.add(new Param(
                text("source", "Where the images shall come from, by commas in order of preference; left out: https"),
                "",
                null,
                null,
                source.options()));
        inputs.add(new Param(text(Cursor.PARAMETER, "Where a cut answer goes on, as it said"), ""));
        inputs.add(options(text("COUNT", "Only the number of images"), List.of("true")));
        inputs.add(options(text("FACETS", "Only how many images there are of each value, by commas"), Facet.names()));
        return new ServiceDescriptor(
                ServiceDescriptor.THIS,
                null,
                "Images",
                "Images of all collections, by what ObsCore says of them",
                List.of(
                        Param.text("standardID", Sia2Protocol.STANDARD_ID),
                        Param.text("accessURL", address),
                        Param.text("contentType", Sia2Protocol.MEDIA_TYPE)),
                inputs);
    }

    private ImageTable table(Served collection) {
        return Objects.requireNonNull(loaded.tables().get(collection));
    }

    private Param input(String name) {
        if (name.equals("POS")) {
            return new Param(
                    text(
                                    name,
                                    "Region, ICRS degrees: CIRCLE lon lat radius, RANGE lon1 lon2 lat1 lat2, POLYGON lon1 lat1 …")
                            .withUcd("pos.outline;obs")
                            .withUnit("deg"),
                    "");
        }
        if (name.equals("FORMAT")) {
            return options(text(name, "Media type").withUcd("meta.code.mime"), formats());
        }
        for (Range range : Range.values()) {
            if (range.name().equals(name)) {
                return interval(range);
            }
        }
        return word(WordParameter.valueOf(name));
    }

    private Param interval(Range range) {
        Column column = new Column(
                range.name(),
                Datatype.DOUBLE,
                "2",
                range.unit().orElse(null),
                range.ucd(),
                null,
                "interval",
                range.description(),
                null,
                null);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Statistics statistics : statistics()) {
            Interval own = statistics.extents().get(range.extent());
            if (own != null) {
                low = Math.min(low, own.low());
                high = Math.max(high, own.high());
            }
        }
        return new Param(column, "", number(low), number(high), List.of());
    }

    private static @Nullable String number(double number) {
        return Double.isInfinite(number) ? null : Double.toString(number);
    }

    private Param word(WordParameter parameter) {
        Column column = parameter == WordParameter.CALIB
                ? Column.scalar(parameter.name(), Datatype.INT)
                : Column.text(parameter.name());
        return options(
                column.withUcd(parameter.ucd()).withDescription(parameter.description()),
                words(parameter.term()).orElse(List.of()));
    }

    /** The values that occur; empty where some collection has too many to tell. */
    Optional<List<String>> words(Term term) {
        Set<String> words = new TreeSet<>();
        for (Statistics statistics : statistics()) {
            List<String> own = statistics.words().get(term);
            if (own == null) {
                return Optional.empty();
            }
            own.stream()
                    .map(word -> term == Term.DPTYPE ? word.toLowerCase(Locale.ROOT) : word)
                    .forEach(words::add);
        }
        return words.size() > Statistics.MOST ? Optional.empty() : Optional.of(List.copyOf(words));
    }

    private Collection<Statistics> statistics() {
        return loaded.tables().values().stream().map(ImageTable::statistics).toList();
    }

    private List<String> formats() {
        Set<String> formats = new LinkedHashSet<>();
        loaded.tables().forEach((collection, table) -> {
            if (collection.accessUrl() == AccessUrl.LINKS) {
                formats.add(DataLink.MEDIA_TYPE);
            } else {
                table.formats().stream().sorted().forEach(formats::add);
            }
        });
        return List.copyOf(formats);
    }

    private Param options(Column column, List<String> values) {
        List<Param.Option> options = withValues
                ? values.stream().map(value -> new Param.Option(null, value)).toList()
                : List.of();
        return new Param(column, "", null, null, options);
    }

    private static Column text(String name, String description) {
        return Column.text(name).withDescription(description);
    }
}
