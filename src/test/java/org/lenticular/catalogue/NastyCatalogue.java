package org.lenticular.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenticular.query.Constraint;
import org.lenticular.query.Extent;
import org.lenticular.query.ImageQuery;
import org.lenticular.query.ImageQuery.Where;
import org.lenticular.query.Interval;
import org.lenticular.query.Match;
import org.lenticular.query.Term;
import org.lenticular.query.WantedFormats;
import org.lenticular.sky.Figure;
import org.lenticular.sky.Figures;
import org.lenticular.sky.Judge;
import org.lenticular.sky.Region;

/**
 * Images with every value that makes trouble, and queries for them: poles, the seam, points, the whole sky, no place; nulls, infinite and the wrong way round;
 * words that differ in case, in a blank, or look like a pattern. The same for the same seed.
 */
final class NastyCatalogue {
    private static final List<String> WORDS = List.of(
            "M 31", "m 31", "M  31", "M 31 ", "Barnard's star", "a,b;\"c\"", "%", "_", "\\", "<&>", "é", "𝔐", "null");
    private static final List<String> POLS =
            List.of("/I/", "/I/Q/U/", "/POLI/", "I/Q", "/POLA/XX/", "/X/", "//", "/V/");
    private static final List<String> STATES = List.of("I", "Q", "U", "V", "POLI", "POLA", "XX", "YY");
    private static final List<String> FORMATS = List.of("image/fits", "image/jpeg", "application/x-other");

    /** Images and regions lie around as many places, of sizes from a second of arc to most of the sky. */
    private static final int NEIGHBOURHOODS = 40;
    /** Footprints that are not the same: what each has in common with a region takes long to find out. */
    private static final int FOOTPRINTS = 1_000;

    private final Random random;
    private final List<Figures> neighbourhoods;
    private final List<Sought> regions = new ArrayList<>();
    final List<ImageRecord> images = new ArrayList<>();
    private final List<Facts> facts = new ArrayList<>();
    /** For each region, the images that overlap it, and those of which nobody can tell. */
    private final List<Overlapping> overlapping = new ArrayList<>();

    private record Overlapping(BitSet sure, BitSet unsure) {}

    /** For each image the number of its footprint; -1 where it has no place. */
    private final int[] places;

    NastyCatalogue(long seed, int size) {
        random = new Random(seed);
        neighbourhoods =
                Stream.generate(() -> new Figures(random)).limit(NEIGHBOURHOODS).toList();
        List<Figure> footprints =
                Stream.generate(this::footprint).limit(FOOTPRINTS).toList();
        places = new int[size];
        for (int i = 0; i < size; i++) {
            boolean isTwin = i > 0 && random.nextInt(10) == 0;
            Facts own = isTwin ? twin(facts.get(i - 1), i) : facts(i);
            places[i] = isTwin ? places[i - 1] : random.nextInt(12) == 0 ? -1 : random.nextInt(FOOTPRINTS);
            Optional<Region> place =
                    places[i] < 0 ? Optional.empty() : Optional.of(Sought.region(footprints.get(places[i])));
            facts.add(own);
            images.add(new ImageRecord(
                    i,
                    Optional.ofNullable(own.words().get(Term.ID)),
                    "d" + i / 2,
                    place,
                    random.nextInt(5) == 0 ? null : any(FORMATS),
                    "i" + i,
                    Map.of(),
                    roles().map(own::cell).toList()));
        }
        for (int i = 0; i < 10 + 30_000 / size; i++) {
            Sought region = new Sought(plain(), Match.OVERLAPS);
            regions.add(region);
            overlapping.add(overlapping(region, footprints));
        }
    }

    private Figure footprint() {
        return random.nextInt(12) == 0 ? any(neighbourhoods).draw(any(Figures.KINDS)) : plain();
    }

    /** What SIA can ask for: a place, a circle, what lies between meridians and parallels, a polygon. */
    private Figure plain() {
        return any(neighbourhoods).draw(any(Figures.KINDS.subList(0, 4)));
    }

    private Overlapping overlapping(Sought region, List<Figure> footprints) {
        List<Judge.Verdict> verdicts =
                footprints.parallelStream().map(region::of).toList();
        BitSet sure = new BitSet();
        BitSet unsure = new BitSet();
        for (int i = 0; i < places.length; i++) {
            Judge.Verdict verdict = places[i] < 0 ? Judge.Verdict.NO : verdicts.get(places[i]);
            sure.set(i, verdict == Judge.Verdict.YES);
            unsure.set(i, verdict == Judge.Verdict.UNDECIDED);
        }
        return new Overlapping(sure, unsure);
    }

    /** The ObsCore names of the cells. */
    static Stream<String> roles() {
        return Stream.concat(
                        Stream.of(Extent.values()).flatMap(extent -> Stream.of(extent.low(), extent.high())),
                        Stream.of(Term.values()).map(Term::column))
                .distinct();
    }

    private static Facts twin(Facts other, int number) {
        Facts twin = new Facts();
        twin.ranges().putAll(other.ranges());
        twin.words().putAll(other.words());
        twin.words().put(Term.ID, "ivo://Stars/x?" + number);
        return twin;
    }

    private Facts facts(int number) {
        Facts own = new Facts();
        for (Extent extent : Extent.values()) {
            double low = number();
            boolean isOne = extent.low().equals(extent.high());
            own.ranges().put(extent, new double[] {low, isOne ? low : upper(low)});
        }
        for (Term term : Term.values()) {
            own.words().put(term, random.nextInt(8) == 0 ? null : word(term));
        }
        if (own.words().get(Term.ID) != null) {
            own.words().put(Term.ID, (number % 3 == 0 ? "IVO://stars/X?" : "ivo://stars/x?") + number);
        }
        return own;
    }

    private String word(Term term) {
        return switch (term) {
            case POL -> any(POLS);
            case CALIB -> Integer.toString(random.nextInt(5));
            case COLLECTION -> "stars";
            case TARGET -> random.nextInt(3) == 0 ? any(WORDS) : "target " + random.nextInt(500);
            default -> random.nextInt(20) == 0 ? " " : any(WORDS);
        };
    }

    private double number() {
        return switch (random.nextInt(14)) {
            case 0 -> Double.NaN;
            case 1 -> any(List.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.0, -0.0, Double.MIN_VALUE));
            case 2 -> random.nextGaussian() * 1e300;
            case 3, 4, 5 -> 59_000 + random.nextInt(20);
            default -> 50_000 + random.nextDouble() * 10_000;
        };
    }

    private double upper(double low) {
        return switch (random.nextInt(10)) {
            case 0 -> number();
            case 1 -> low;
            case 2 -> Math.nextUp(low);
            case 3 -> low + 5_000;
            default -> low + random.nextDouble();
        };
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /**
     * A query, and the paths of the images that it wants.
     *
     * @param unsure those that come so near to touching a region that nobody can tell
     */
    record Asked(ImageQuery query, Set<String> wanted, Set<String> unsure) {}

    Asked ask() {
        List<Where> anyOf = new ArrayList<>();
        BitSet there = new BitSet();
        BitSet near = new BitSet();
        for (int i = random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(2); i > 0; i--) {
            int region = random.nextInt(regions.size());
            anyOf.add(regions.get(region).where());
            there.or(overlapping.get(region).sure());
            near.or(overlapping.get(region).unsure());
        }
        near.andNot(there);
        List<Constraint> constraints = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            constraints.add(constraint());
        }
        String format = random.nextInt(6) == 0 ? any(FORMATS) : null;
        WantedFormats formats =
                format == null ? WantedFormats.ALL : new WantedFormats(false, List.of(format), List.of());
        Set<String> wanted = new HashSet<>();
        Set<String> unsure = new HashSet<>();
        for (int image = 0; image < images.size(); image++) {
            if ((anyOf.isEmpty() || there.get(image) || near.get(image))
                    && (format == null || format.equals(images.get(image).format()))
                    && meetsAll(facts.get(image), constraints)) {
                (near.get(image) ? unsure : wanted).add(images.get(image).path());
            }
        }
        return new Asked(new ImageQuery(anyOf, formats, constraints), wanted, unsure);
    }

    private static boolean meetsAll(Facts facts, List<Constraint> constraints) {
        for (Constraint each : constraints) {
            if (!facts.meets(each)) {
                return false;
            }
        }
        return true;
    }

    private Constraint constraint() {
        if (random.nextInt(3) > 0) {
            Extent extent = random.nextBoolean() ? Extent.TIME : any(List.of(Extent.values()));
            return new Constraint.Overlap(extent, several(this::interval));
        }
        Term term = any(List.of(Term.values()));
        return new Constraint.OneOf(term, Set.copyOf(several(() -> wantedWord(term))));
    }

    private <T> List<T> several(Supplier<T> one) {
        return Stream.generate(one)
                .limit(random.nextInt(4) == 0 ? 1 + random.nextInt(40) : 1)
                .toList();
    }

    private Interval interval() {
        double one = known(number());
        double other = random.nextInt(3) == 0 ? known(number()) : one + random.nextInt(3) * random.nextDouble();
        return Double.isNaN(other) || Double.compare(one, other) == 0
                ? new Interval(one, one)
                : new Interval(Math.min(one, other), Math.max(one, other));
    }

    private static double known(double number) {
        return Double.isNaN(number) ? 0 : number;
    }

    private String wantedWord(Term term) {
        return switch (term) {
            case ID -> {
                String id = "ivo://stars/x?" + random.nextInt(images.size() + 10);
                yield random.nextBoolean() ? id.toUpperCase(Locale.ROOT) : id;
            }
            case POL -> any(STATES);
            default -> {
                @Nullable String own = any(facts).words().get(term);
                yield own == null || random.nextInt(10) == 0 ? "none such" : own;
            }
        };
    }
}
