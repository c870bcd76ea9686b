package org.lenticular.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenticular.query.Constraint;
import org.lenticular.query.Extent;
import org.lenticular.query.Interval;
import org.lenticular.query.Term;

/**
 * What is known of an image, as plain values, and whether it meets a constraint: slow, and by the standard's words only.
 *
 * @param ranges both ends of each; NaN for null
 * @param words null for null
 */
record Facts(Map<Extent, double[]> ranges, Map<Term, @Nullable String> words) {
    Facts() {
        this(new EnumMap<>(Extent.class), new EnumMap<>(Term.class));
    }

    boolean meets(Constraint constraint) {
        if (constraint instanceof Constraint.Overlap overlap) {
            double[] ends = ranges.getOrDefault(overlap.extent(), new double[] {Double.NaN, Double.NaN});
            for (Interval each : overlap.anyOf()) {
                if (ends[0] <= each.high() && ends[1] >= each.low()) {
                    return true;
                }
            }
            return false;
        }
        Constraint.OneOf oneOf = (Constraint.OneOf) constraint;
        String own = words.get(oneOf.term());
        if (own == null || own.isBlank()) {
            return false;
        }
        for (String wanted : oneOf.anyOf()) {
            if (is(oneOf.term(), own, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Term term, String own, String wanted) {
        return switch (term) {
            case ID -> own.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT));
            case POL -> List.of(own.split("/")).contains(wanted);
            default -> own.equals(wanted);
        };
    }

    /** The cell of a column of this ObsCore name; null where it is null. */
    @Nullable
    String cell(String role) {
        for (Extent extent : Extent.values()) {
            double[] ends = ranges.get(extent);
            if (ends != null && (role.equals(extent.low()) || role.equals(extent.high()))) {
                double end = ends[role.equals(extent.low()) ? 0 : 1];
                return Double.isNaN(end)
                        ? null
                        : Double.isInfinite(end) ? (end > 0 ? "+Inf" : "-Inf") : Double.toString(end);
            }
        }
        for (Map.Entry<Term, @Nullable String> word : words.entrySet()) {
            if (word.getKey().column().equals(role)) {
                return word.getValue();
            }
        }
        return null;
    }
}
