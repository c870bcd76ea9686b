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

    private final Random random;
    private final RandomSky sky;
    private final List<Region> regions = new ArrayList<>();
    final List<ImageRecord> images = new ArrayList<>();
    private final List<Facts> facts = new ArrayList<>();
    /** For each region, the images that overlap it. */
    private final List<BitSet> overlapping = new ArrayList<>();

    NastyCatalogue(long seed, int size) {
        random = new Random(seed);
        sky = new RandomSky(random);
        for (int i = 0; i < size; i++) {
            boolean isTwin = i > 0 && random.nextInt(10) == 0;
            Facts own = isTwin ? twin(facts.get(i - 1), i) : facts(i);
            Optional<Region> place = isTwin
                    ? images.get(i - 1).footprint()
                    : random.nextInt(12) == 0 ? Optional.empty() : Optional.of(sky.region());
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
        for (int i = 0; i < 10 + 75_000 / size; i++) {
            Region region = sky.region();
            regions.add(region);
            BitSet found = new BitSet();
            for (int image = 0; image < size; image++) {
                if (images.get(image)
                        .footprint()
                        .filter(own -> new Where(region, Match.OVERLAPS).accepts(own))
                        .isPresent()) {
                    found.set(image);
                }
            }
            overlapping.add(found);
        }
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

    /** A query, and the paths of the images that it wants. */
    record Asked(ImageQuery query, Set<String> wanted) {}

    Asked ask() {
        List<Where> anyOf = new ArrayList<>();
        BitSet there = new BitSet();
        for (int i = random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(2); i > 0; i--) {
            int region = random.nextInt(regions.size());
            anyOf.add(new Where(regions.get(region), Match.OVERLAPS));
            there.or(overlapping.get(region));
        }
        List<Constraint> constraints = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            constraints.add(constraint());
        }
        String format = random.nextInt(6) == 0 ? any(FORMATS) : null;
        WantedFormats formats =
                format == null ? WantedFormats.ALL : new WantedFormats(false, List.of(format), List.of());
        Set<String> wanted = new HashSet<>();
        for (int image = 0; image < images.size(); image++) {
            if ((anyOf.isEmpty() || there.get(image))
                    && (format == null || format.equals(images.get(image).format()))
                    && meetsAll(facts.get(image), constraints)) {
                wanted.add(images.get(image).path());
            }
        }
        return new Asked(new ImageQuery(anyOf, formats, constraints), wanted);
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
