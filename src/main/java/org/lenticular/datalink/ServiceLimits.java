package org.lenticular.datalink;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.DatasetImage;
import org.lenticular.config.SodaParams;
import org.lenticular.sky.DaliShape;
import org.lenticular.table.Param;

/**
 * What SODA's parameters can be for one dataset (SODA 1.0 §4): intervals have a least and a greatest number, shapes the greatest one that makes
 * sense. A parameter of which the operator has said as much, or in another unit, stays as it is.
 */
final class ServiceLimits {
    private ServiceLimits() {}

    /** The parameters with what is known of the image. */
    static List<Param> of(List<Param> inputs, DatasetImage image) {
        return inputs.stream().map(input -> limited(input, image)).toList();
    }

    private static Param limited(Param input, DatasetImage image) {
        if (!input.equals(new Param(input.column(), "")) || !SodaParams.isStandard(input.column())) {
            return input;
        }
        return switch (input.column().name()) {
            case "POS" -> upTo(input, pos(image));
            case "CIRCLE" -> upTo(input, image.footprint().flatMap(DaliShape::circle));
            case "POLYGON" -> upTo(input, image.footprint().flatMap(DaliShape::polygon));
            case "BAND" -> between(input, image.role("em_min"), image.role("em_max"));
            case "TIME" -> between(input, image.role("t_min"), image.role("t_max"));
            case "POL" -> states(input, image.role("pol_states"));
            default -> input;
        };
    }

    private static Optional<String> pos(DatasetImage image) {
        return image.footprint()
                .flatMap(region -> DaliShape.polygon(region)
                        .map(numbers -> "POLYGON " + numbers)
                        .or(() -> DaliShape.circle(region).map(numbers -> "CIRCLE " + numbers)));
    }

    private static Param upTo(Param input, Optional<String> shape) {
        return new Param(input.column(), "", null, shape.orElse(null), List.of());
    }

    private static Param between(Param input, @Nullable String least, @Nullable String most) {
        return new Param(input.column(), "", number(least), number(most), List.of());
    }

    private static @Nullable String number(@Nullable String cell) {
        return cell == null || cell.endsWith("NaN") || cell.endsWith("Inf") ? null : cell;
    }

    /** ObsCore writes {@code /I/Q/}. */
    private static Param states(Param input, @Nullable String states) {
        List<Param.Option> options = Arrays.stream((states == null ? "" : states).split("/"))
                .map(String::strip)
                .filter(state -> !state.isEmpty())
                .map(state -> new Param.Option(null, state))
                .toList();
        return new Param(input.column(), "", null, null, options);
    }
}
