package org.lenticular.sia2;

import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lenticular.archive.Product;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Nearest;
import org.lenticular.location.Place;

/** By what images can be counted: each has one value, several, or none. */
enum Facet {
    COLLECTION("obs_collection"),
    FACILITY("facility_name"),
    INSTRUMENT("instrument_name"),
    DPTYPE("dataproduct_type"),
    CALIB("calib_level"),
    TARGET("target_name"),
    FORMAT("access_format"),
    /** The messengers of VODataService 1.2 §3.1.1, each that it has some wavelength of. */
    BAND("") {
        @Override
        List<String> values(CountedImage image) {
            return bands(image);
        }
    },
    /** In which it was begun. */
    YEAR("") {
        @Override
        List<String> values(CountedImage image) {
            return image
                    .number("t_min")
                    .filter(mjd -> Math.abs(mjd) < 1e6)
                    .map(mjd -> Integer.toString(LocalDate.MIN
                            .with(JulianFields.MODIFIED_JULIAN_DAY, (long) Math.floor(mjd))
                            .getYear()))
                    .stream()
                    .toList();
        }
    },
    /** Each that holds a copy. */
    SOURCE("") {
        @Override
        List<String> values(CountedImage image) {
            Product file = image.file();
            return image.collection().copies().places().stream()
                    .filter(place -> place.locate(file).isPresent())
                    .map(Place::source)
                    .map(org.lenticular.archive.Source::name)
                    .toList();
        }
    },
    BYTES("") {
        @Override
        List<String> values(CountedImage image) {
            return image.kilobytes().map(Facet::size).stream().toList();
        }
    };

    private record Band(String name, double least, double most) {}

    private static final List<Band> BANDS = List.of(
            new Band("Radio", 1e-2, Double.POSITIVE_INFINITY),
            new Band("Millimeter", 1e-4, 1e-2),
            new Band("Infrared", 1e-6, 1e-4),
            new Band("Optical", 3e-7, 1e-6),
            new Band("UV", 1e-7, 3e-7),
            new Band("EUV", 1e-8, 1e-7),
            new Band("X-ray", 1e-11, 1e-8),
            new Band("Gamma-ray", 0, 1e-11));

    private final String role;

    Facet(String role) {
        this.role = role;
    }

    /** The values of one image; none where nothing is known. */
    List<String> values(CountedImage image) {
        return image.text(role).stream().toList();
    }

    /** As clients write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Facet::word).toList();
    }

    /**
     * Reads names by commas, in any case.
     *
     * @throws FaultException where one is none
     */
    static List<Facet> read(List<String> values) {
        List<Facet> facets = new ArrayList<>();
        for (String value : values) {
            for (String name : value.split(",")) {
                String word = name.strip().toLowerCase(Locale.ROOT);
                if (!word.isEmpty()) {
                    facets.add(Arrays.stream(values())
                            .filter(facet -> facet.word().equals(word))
                            .findFirst()
                            .orElseThrow(() -> FaultException.usage(
                                    "FACETS",
                                    name,
                                    "is nothing to count by"
                                            + Nearest.of(word, names())
                                                    .map(near -> " (" + near + "?)")
                                                    .orElse("")
                                            + "; use some of " + String.join(",", names()))));
                }
            }
        }
        return facets.stream().distinct().toList();
    }

    private static List<String> bands(CountedImage image) {
        Optional<Double> low = image.number("em_min");
        Optional<Double> high = image.number("em_max");
        if (low.isEmpty() && high.isEmpty()) {
            return List.of();
        }
        double least = low.orElseGet(() -> high.orElse(0.0));
        double most = high.orElse(least);
        return BANDS.stream()
                .filter(band -> least < band.most() && most >= band.least())
                .map(Band::name)
                .toList();
    }

    /** Of thousands of bytes. */
    private static String size(double kilobytes) {
        if (kilobytes < 1e3) {
            return "below 1 MB";
        }
        return kilobytes < 1e4
                ? "1 to 10 MB"
                : kilobytes < 1e5 ? "10 to 100 MB" : kilobytes < 1e6 ? "100 MB to 1 GB" : "1 GB and more";
    }
}
