package org.lenticular.sia;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.protocol.Negotiation;
import org.lenticular.protocol.RowLimit;
import org.lenticular.protocol.Served;
import org.lenticular.query.Match;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.Param;

/** What a client may send, each with its range and default: the answer to {@code FORMAT=METADATA} (SIA 1.0 §6.1). */
record InputParams(Served collection, Collection<String> collections, ImageTable table, RowLimit limit) {
    List<Param> all() {
        List<String> formats = new ArrayList<>(table.formats());
        formats.sort(null);
        formats.addAll(ImageFormats.KEYWORDS);
        return List.of(
                new Param(
                        text("POS", "Centre of the region: right ascension and declination (ICRS)")
                                .withUnit("deg"),
                        "0,0",
                        "-180,-90",
                        "360,90",
                        List.of()),
                new Param(
                        new Column(
                                "INPUT:SIZE",
                                Datatype.DOUBLE,
                                "2",
                                "deg",
                                null,
                                null,
                                null,
                                "Full widths of the region in right ascension and declination; one value: a square; 0: the point POS",
                                null,
                                null),
                        "1 1",
                        "0 0",
                        "360 180",
                        List.of()),
                options(
                        text("INTERSECT", "How an image must lie to the region"),
                        Match.OVERLAPS.name(),
                        List.of(Match.values()).stream().map(Match::name).toList()),
                options(
                        text("FORMAT", "Formats wanted, by commas; GRAPHIC-jpeg,png: the first of these that there is"),
                        "ALL",
                        formats),
                number("VERB", "How much is told of each image", "2", "3"),
                number(
                        "MAXREC",
                        "Images at the most",
                        Integer.toString(limit.byDefault()),
                        Integer.toString(limit.most())),
                number(
                        "RESULTMAX",
                        "The same as MAXREC; the smaller counts",
                        Integer.toString(limit.byDefault()),
                        Integer.toString(limit.most())),
                options(text("table", "The collection"), collection.name(), List.copyOf(collections)),
                source(),
                options(text("RESPONSEFORMAT", "Form of the answer"), "votable", Negotiation.names()));
    }

    /** An extension: where the addresses shall lead to. */
    private Param source() {
        Param links = collection.sourceParam(table);
        return new Param(
                text("source", "Where the images shall come from, by commas in order of preference; left out: https"),
                "",
                null,
                null,
                links.options());
    }

    private static Column text(String name, String description) {
        return Column.text("INPUT:" + name).withDescription(description);
    }

    private static Param options(Column column, String value, List<String> options) {
        return new Param(
                column,
                value,
                null,
                null,
                options.stream().map(option -> new Param.Option(null, option)).toList());
    }

    private static Param number(String name, String description, String value, String most) {
        return new Param(
                Column.scalar("INPUT:" + name, Datatype.INT).withDescription(description), value, "0", most, List.of());
    }
}
