package org.lenticular.sia2;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lenticular.fault.FaultException;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Served;
import org.lenticular.query.Constraint;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.ImageQuery.Where;
import org.lenticular.query.Interval;
import org.lenticular.query.Match;

/**
 * What images are asked for, by all 17 parameters: values of one are alternatives, different ones must all be met (SIA 2.0 §2.1).
 *
 * @param words what was asked of each parameter that is a word
 */
record Question(
        List<Where> anyOf, List<Constraint> constraints, AskedFormats formats, Map<WordParameter, Set<String>> words) {
    private static final String POS = "POS";
    private static final String FORMAT = "FORMAT";

    /** What is asked, the same for all ways to write it: each parameter with its values, in one order. */
    static List<String> constraints(Parameters parameters) {
        return parameters().stream()
                .flatMap(name -> parameters.all(name).stream().sorted().map(value -> name + "=" + value))
                .toList();
    }

    /** The parameters, in the standard's order. */
    static List<String> parameters() {
        return List.of(
                "POS",
                "BAND",
                "TIME",
                "POL",
                "FOV",
                "SPATRES",
                "SPECRP",
                "EXPTIME",
                "TIMERES",
                "ID",
                "COLLECTION",
                "FACILITY",
                "INSTRUMENT",
                "DPTYPE",
                "CALIB",
                "TARGET",
                "FORMAT");
    }

    /**
     * @param limits of what is read
     * @throws FaultException where one cannot be used
     */
    static Question read(Parameters parameters, Sia2Protocol.Limits limits) {
        requireFew(parameters, limits.constraints());
        List<Where> anyOf = given(parameters, POS)
                .map(value -> new Where(PosReader.read(value, limits.vertices()), Match.OVERLAPS))
                .toList();
        List<Constraint> constraints = new ArrayList<>();
        for (Range range : Range.values()) {
            List<Interval> intervals = given(parameters, range.name())
                    .map(value -> IntervalReader.read(range, value))
                    .toList();
            if (!intervals.isEmpty()) {
                constraints.add(new Constraint.Overlap(range.extent(), intervals));
            }
        }
        Map<WordParameter, Set<String>> words = new EnumMap<>(WordParameter.class);
        for (WordParameter parameter : WordParameter.values()) {
            Set<String> values = new LinkedHashSet<>();
            given(parameters, parameter.name()).forEach(value -> values.add(parameter.read(value)));
            if (!values.isEmpty()) {
                words.put(parameter, values);
                constraints.add(new Constraint.OneOf(
                        parameter.term(),
                        values.stream().flatMap(parameter::kept).collect(Collectors.toUnmodifiableSet())));
            }
        }
        AskedFormats formats = AskedFormats.read(given(parameters, FORMAT).toList());
        return new Question(anyOf, constraints, formats, words);
    }

    /** A blank value says no more than none: forms send it for a field that was left empty. */
    private static Stream<String> given(Parameters parameters, String name) {
        return parameters.all(name).stream().filter(value -> !value.isBlank());
    }

    private static void requireFew(Parameters parameters, int most) {
        int all = 0;
        for (String name : parameters()) {
            int count = parameters.all(name).size();
            all += count;
            if (all > most) {
                throw FaultException.usage(name + ": sent " + count + " times, which makes " + all
                        + " values that constrain the images, or more; the limit of this service is " + most
                        + " in one request");
            }
        }
    }

    /** Whether it is met by every image. */
    boolean isEverything() {
        return anyOf.isEmpty() && constraints.isEmpty() && formats.types().isEmpty();
    }

    /** The same for one collection; empty where none of its images can be meant. */
    Optional<ImageQuery> of(Served collection) {
        return formats.of(collection).map(wanted -> new ImageQuery(anyOf, wanted, constraints));
    }
}
