package org.lenticular.sia2;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Nearest;
import org.lenticular.fault.Quoted;
import org.lenticular.sky.Region;
import org.lenticular.sky.RegionProblem;
import org.lenticular.sky.RegionText;

/**
 * POS: {@code CIRCLE lon lat radius}, {@code RANGE lon1 lon2 lat1 lat2} or {@code POLYGON lon1 lat1 lon2 lat2 lon3 lat3 …}, ICRS degrees, in any case
 * and with any white space (SIA 2.0 §2.1.1; design: "The sky, exactly", rules 4 and 5).
 */
final class PosReader {
    private static final List<String> SHAPES = List.of("CIRCLE", "RANGE", "POLYGON");
    private static final Pattern FRAME = Pattern.compile("(?i)ICRS|J2000|FK5|GALACTIC|ECLIPTIC|UNKNOWNFRAME");
    private final Words words;
    private final String shape;
    private final int mostVertices;

    private PosReader(String value, int mostVertices) {
        this.mostVertices = mostVertices;
        Words read = Words.of("POS", value, "");
        this.shape = read.all().get(0).text().toUpperCase(Locale.ROOT);
        this.words = read.withExample(example(shape));
    }

    /**
     * @param mostVertices of a polygon: what a test of one image against it takes grows with them
     * @throws FaultException where it is no region
     */
    static Region read(String value, int mostVertices) {
        return new PosReader(value, mostVertices).region();
    }

    private static String example(String shape) {
        return switch (shape) {
            case "RANGE" -> "RANGE 12 12.5 34 36";
            case "POLYGON" -> "POLYGON 12 34 14 35 14 36 12 35";
            default -> "CIRCLE 12.5 34 0.5";
        };
    }

    private Region region() {
        if (!SHAPES.contains(shape)) {
            throw unknownShape();
        }
        if (words.count() > 1 && FRAME.matcher(words.all().get(1).text()).matches()) {
            throw words.fault(
                    "has a frame " + words.at(1) + "; coordinates are always ICRS, and nothing stands before them");
        }
        try {
            return switch (shape) {
                case "CIRCLE" -> circle();
                case "RANGE" -> range();
                default -> polygon();
            };
        } catch (RegionProblem e) {
            throw words.fault("is no region: " + e.getMessage());
        }
    }

    private FaultException unknownShape() {
        if (Words.isNumber(shape) || shape.matches("[0-9.+-]+,.*")) {
            return words.fault("has no shape before its numbers; begin it with CIRCLE, RANGE or POLYGON");
        }
        Optional<String> near = Nearest.of(shape, SHAPES);
        return FaultException.usage(
                "POS",
                words.value(),
                "begins with " + Quoted.value(shape) + ", and no such shape is known"
                        + near.map(each -> " (" + each + "?)").orElse("")
                        + "; use CIRCLE lon lat radius, RANGE lon1 lon2 lat1 lat2, or POLYGON lon1 lat1 lon2 lat2 lon3 lat3 …");
    }

    private Region circle() throws RegionProblem {
        requireNumbers(3);
        double radius = words.finite(3);
        if (!(radius >= 0 && radius <= 180)) {
            throw words.fault("has a radius that is not between 0 and 180 degrees, " + words.at(3));
        }
        return RegionText.circle(words.finite(1), latitude(2), radius);
    }

    private Region range() throws RegionProblem {
        requireNumbers(4);
        double[] ends = {words.number(1), words.number(2), end(3), end(4)};
        for (int i = 0; i < ends.length; i++) {
            double nowhere = i % 2 == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            if (ends[i] == nowhere) {
                throw words.fault((i % 2 == 0 ? "begins with +Inf " : "ends with -Inf ") + words.at(i + 1)
                        + ", where nothing is");
            }
        }
        if (ends[2] > ends[3]) {
            throw words.fault("has its northern latitude first, " + words.at(3)
                    + "; the southern one comes first (only longitudes wrap)");
        }
        return RegionText.range(ends);
    }

    private Region polygon() throws RegionProblem {
        int numbers = words.count() - 1;
        if (numbers < 6 || numbers % 2 != 0) {
            throw words.fault("POLYGON needs 3 or more pairs of numbers, got "
                    + (numbers % 2 == 0 ? numbers / 2 + " pairs" : numbers + " numbers"));
        }
        if (numbers / 2 > mostVertices) {
            throw FaultException.usage(
                    "POS",
                    words.value(),
                    "has " + numbers / 2 + " vertices; the limit of this service is " + mostVertices);
        }
        double[] vertices = new double[numbers];
        for (int i = 0; i < numbers; i++) {
            vertices[i] = i % 2 == 0 ? words.finite(i + 1) : latitude(i + 1);
        }
        return RegionText.polygon(vertices);
    }

    private void requireNumbers(int count) {
        if (words.count() - 1 != count) {
            for (int i = 1; i < words.count(); i++) {
                // A word that is no number explains why they are not so many.
                words.number(i);
            }
            throw words.fault(shape + " needs " + count + " numbers, got " + (words.count() - 1));
        }
    }

    private double latitude(int index) {
        words.finite(index);
        return end(index);
    }

    /** A latitude, or an infinite end of latitudes. */
    private double end(int index) {
        double latitude = words.number(index);
        if (Double.isFinite(latitude) && Math.abs(latitude) > 90) {
            throw words.fault("has a latitude that is not between -90 and 90 degrees, " + words.at(index));
        }
        return latitude;
    }
}
