package org.lenticular.sky;

import com.google.common.geometry.S2Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the words of a region's text: shapes one after the other, composed of others or made of numbers. */
final class ShapeReader {

    private static final Set<String> REFERENCES = Set.of(
            "GEOCENTER",
            "BARYCENTER",
            "HELIOCENTER",
            "TOPOCENTER",
            "EMBARYCENTER",
            "GALACTIC_CENTER",
            "LOCAL_GROUP_CENTER",
            "LSR",
            "LSRK",
            "LSRD",
            "MOON",
            "RELOCATABLE",
            "UNKNOWNREFPOS");
    private static final Set<String> FLAVOURS = Set.of("SPHERICAL2", "SPHERICAL");

    private static final String KNOWN =
            "expected POLYGON, CIRCLE, BOX, POSITION, RANGE, UNION, INTERSECTION," + " DIFFERENCE or NOT";

    /** How deep parentheses may stand in each other, so that no text exhausts the stack. */
    private static final int DEEPEST = 50;

    private final Words words;
    private int depth;

    ShapeReader(String text) {
        this.words = new Words(text);
    }

    /** The union of all shapes of the text; empty if there is none, or all are not numbers. */
    Optional<Region> read() throws RegionProblem {
        List<Region> shapes = sequence(Frame.ICRS);
        if (words.hasNext()) {
            throw words.problem("a parenthesis is closed that was not opened");
        }
        return united(shapes);
    }

    private static Optional<Region> united(List<Region> shapes) {
        return shapes.size() < 2 ? shapes.stream().findFirst() : Optional.of(new Union(shapes));
    }

    /** Shapes up to the end or a closing parenthesis. */
    private List<Region> sequence(Frame frame) throws RegionProblem {
        List<Region> shapes = new ArrayList<>();
        while (words.hasNext() && !words.peek().equals(")")) {
            int place = words.read();
            if (words.take("NOT")) {
                List<Region> holes = words.peek().equals("(") ? group(frame) : shape(frame);
                if (shapes.isEmpty() && !holes.isEmpty()) {
                    throw words.problem("nothing stands before NOT that it could be taken from", place);
                }
                united(holes).ifPresent(hole -> shapes.replaceAll(shape -> without(shape, hole)));
            } else {
                shapes.addAll(shape(frame));
            }
        }
        return shapes;
    }

    /** What is left of a shape. All holes of one shape are kept as one, so that no edge is left where they meet. */
    private static Region without(Region shape, Region hole) {
        if (!Relation.overlaps(shape, hole)) {
            return shape;
        }
        return shape instanceof Difference before
                ? new Difference(before.base(), new Union(List.of(before.hole(), hole)))
                : new Difference(shape, hole);
    }

    /** Shapes in parentheses. */
    private List<Region> group(Frame frame) throws RegionProblem {
        if (!words.take("(")) {
            throw words.problem("expected shapes in parentheses");
        }
        if (++depth > DEEPEST) {
            throw words.problem("parentheses are nested too deeply");
        }
        List<Region> shapes = sequence(frame);
        if (!words.take(")")) {
            throw words.problem("a parenthesis is not closed");
        }
        depth--;
        return shapes;
    }

    /** One shape, or the several that bare parentheses hold; none if its numbers are not numbers. */
    private List<Region> shape(Frame around) throws RegionProblem {
        if (words.peek().equals("(") && !words.isNumber(1)) {
            return group(around);
        }
        int place = words.read();
        if (words.peek().equals("(") || words.isNumber(0)) {
            return simple(bareKind(numbers()), around, place);
        }
        String kind = words.peek();
        words.skip();
        switch (kind) {
            case "POLYGON", "CIRCLE", "BOX", "POSITION", "RANGE":
                return named(kind, around, place);
            case "UNION":
                return united(group(frame(around))).map(List::of).orElse(List.of());
            case "INTERSECTION":
                return List.of(new Intersection(several(around, place)));
            case "DIFFERENCE":
                List<Region> both = several(around, place);
                return List.of(new Difference(
                        both.get(0), united(both.subList(1, both.size())).orElseThrow()));
            default:
                throw words.problem(KNOWN, place);
        }
    }

    /** A shape after its name. ADQL puts parentheses around frame and numbers. */
    private List<Region> named(String kind, Frame around, int place) throws RegionProblem {
        boolean adql =
                words.peek().equals("(") && !words.isNumber(1) && !words.peek(1).equals("(");
        if (adql) {
            words.skip();
        }
        Frame frame = frame(around);
        double[] numbers = numbers();
        if (adql && !words.take(")")) {
            throw words.problem("a parenthesis is not closed");
        }
        return simple(new Numbers(kind, numbers), frame, place);
    }

    private List<Region> several(Frame around, int place) throws RegionProblem {
        List<Region> shapes = group(frame(around));
        if (shapes.size() < 2) {
            throw words.problem("two shapes or more are needed here", place);
        }
        return shapes;
    }

    /** Reads the words for frame, reference position and flavour, all of which may be missing. */
    private Frame frame(Frame around) throws RegionProblem {
        Frame frame = around;
        while (words.hasNext()) {
            String word = words.peek();
            Optional<Frame> named = Frame.named(word);
            if (Frame.isRefused(word) || word.startsWith("CART") || word.startsWith("UNITSPHERE")) {
                throw words.problem("coordinates in " + word + " are not converted");
            }
            if (word.equals("FILLFACTOR")) {
                words.skip();
            } else if (named.isEmpty() && !REFERENCES.contains(word) && !FLAVOURS.contains(word)) {
                return frame;
            }
            frame = named.orElse(frame);
            words.skip();
        }
        return frame;
    }

    /** Numbers up to the next word; parentheses may stand around all or some of them. */
    private double[] numbers() throws RegionProblem {
        List<Double> numbers = new ArrayList<>();
        int open = 0;
        while (true) {
            if (words.isNumber(0)) {
                numbers.add(words.number());
            } else if (words.peek().equals("(")
                    && (words.isNumber(1) || words.peek(1).equals("("))) {
                open++;
                words.skip();
            } else if (open > 0 && words.take(")")) {
                open--;
            } else {
                break;
            }
        }
        if (open > 0) {
            throw words.problem("expected a number or a closing parenthesis");
        }
        if (words.take("UNIT")) {
            if (!words.take("DEG") && !words.take("DEGREE") && !words.take("DEGREES")) {
                throw words.problem("coordinates are read in degrees only");
            }
            words.take("DEG");
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Numbers without a name: a place, a circle or a polygon, by how many they are. */
    private static Numbers bareKind(double[] numbers) {
        return new Numbers(numbers.length == 2 ? "POSITION" : numbers.length == 3 ? "CIRCLE" : "POLYGON", numbers);
    }

    private List<Region> simple(Numbers numbers, Frame frame, int place) throws RegionProblem {
        try {
            return numbers.isMissing() ? List.of() : List.of(numbers.toRegion(frame));
        } catch (IllegalArgumentException | RegionProblem e) {
            throw words.problem(e.getMessage() + ", in the " + numbers.kind(), place);
        }
    }

    /**
     * A simple shape as it was written.
     *
     * @param kind its name, in capitals
     * @param values all its numbers
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Numbers(String kind, double[] values) {

        /** Whether one of them is not a number, which is how tables write that there is no shape. */
        boolean isMissing() {
            for (double value : values) {
                if (Double.isNaN(value)) {
                    return true;
                }
            }
            return false;
        }

        Region toRegion(Frame frame) throws RegionProblem {
            return switch (kind) {
                case "POSITION" -> new Spot(place(frame, require(2)[0], values[1]));
                case "CIRCLE" -> new Cap(place(frame, require(3)[0], values[1]), values[2]);
                case "BOX" -> polygon(frame, corners(require(4)));
                case "RANGE" -> range(frame, require(4));
                default -> polygon(frame, values);
            };
        }

        private double[] require(int count) throws RegionProblem {
            if (values.length != count) {
                throw new RegionProblem(count + " numbers are needed, not " + values.length);
            }
            return values;
        }

        private static S2Point place(Frame frame, double longitude, double latitude) {
            Sphere.requirePlace(longitude, latitude);
            return frame.point(longitude, latitude);
        }

        private static Region polygon(Frame frame, double[] lonLat) throws RegionProblem {
            return Outline.ofDegrees(lonLat, frame).toPoly();
        }

        /** A box is the polygon of its four corners, as ADQL 2.1 has it, its sides great circles. */
        private static double[] corners(double[] box) throws RegionProblem {
            if (!(box[2] > 0 && box[2] < 180 && box[3] > 0)) {
                throw new RegionProblem("a width between 0 and 180 degrees and a height above 0 are needed");
            }
            double west = box[0] - box[2] / 2;
            double east = box[0] + box[2] / 2;
            double south = box[1] - box[3] / 2;
            double north = box[1] + box[3] / 2;
            return new double[] {west, south, east, south, east, north, west, north};
        }

        private static Region range(Frame frame, double[] ends) throws RegionProblem {
            if (frame != Frame.ICRS) {
                throw new RegionProblem("a range has meridians and parallels of ICRS for its sides, not of " + frame);
            }
            return RegionText.range(ends);
        }
    }
}
