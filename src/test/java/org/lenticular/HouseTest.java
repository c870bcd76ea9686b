package org.lenticular;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house keeps its order (docs/architecture.md): who may know whom, read from what the sources name. */
class HouseTest {
    private static final String OURS = "org.lenticular.";

    /** From the ground up; nothing knows what stands behind it. Those on one line do not know one another. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("sky"),
            Set.of("coverage"),
            Set.of("fault"),
            Set.of("archive"),
            Set.of("table"),
            Set.of("query"),
            Set.of("catalogue"),
            Set.of("location"),
            Set.of("stac"),
            Set.of("config"),
            Set.of("load"),
            Set.of("audit"),
            Set.of("protocol"),
            Set.of("sia", "sia2", "datalink", "data", "vosi"),
            Set.of("ops"),
            Set.of("http"),
            Set.of("app"),
            Set.of("cli"));

    private static final List<SourceFile> FILES = SourceFile.all();

    @Test
    void everyPackageHasItsFloor() {
        assertThat(FILES).hasSizeGreaterThan(50);
        assertThat(FILES)
                .allSatisfy(file -> assertThat(floor(room(file.ownPackage())))
                        .as("%s", file)
                        .isNotNegative());
    }

    @Test
    void nothingKnowsWhatStandsAboveItOrBesideIt() {
        assertThat(FILES).allSatisfy(file -> {
            String room = room(file.ownPackage());
            for (String known : roomsNamed(file)) {
                assertThat(known.equals(room) || floor(known) < floor(room))
                        .as("%s may know %s", file, known)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "jakarta.servlet, http app",
        "java.sql, catalogue load app",
        "org.sqlite, catalogue.sqlite",
        "software.amazon, location.s3",
        "io.github.resilience4j, location.health",
        "uk.ac.starlink, table load",
        "org.apache.catalina, cli ops",
        "org.yaml, config",
        "picocli, cli"
    })
    void librariesAreKnownWhereTheyAreAtHomeOnly(String library, String homes) {
        Predicate<String> atHome = name ->
                List.of(homes.split(" ")).stream().anyMatch(home -> name.equals(home) || name.startsWith(home + "."));
        assertThat(FILES)
                .filteredOn(file -> file.names(library))
                .allSatisfy(file -> assertThat(file.ownPackage())
                        .as("%s names %s", file, library)
                        .matches(atHome));
    }

    @Test
    void onlyTheirOwnersKnowTheInnerRooms() {
        assertThat(FILES)
                .filteredOn(file -> file.names("org.lenticular.location.s3")
                        || file.names("org.lenticular.location.http")
                        || file.names("org.lenticular.location.file"))
                .as("kinds of places are found through ServiceLoader")
                .allSatisfy(file -> assertThat(file.ownPackage()).startsWith("location."));
    }

    @Test
    void packagesDoNotGoRoundInCircles() {
        Map<String, Set<String>> knows = new HashMap<>();
        for (SourceFile file : FILES) {
            Set<String> known = knows.computeIfAbsent(file.ownPackage(), name -> new TreeSet<>());
            file.named().stream()
                    .filter(name -> name.startsWith(OURS))
                    .map(name -> name.substring(OURS.length()))
                    .filter(name -> !name.equals(file.ownPackage()))
                    .forEach(known::add);
        }
        for (String start : knows.keySet()) {
            assertThat(reachable(start, knows)).as("what %s knows", start).doesNotContain(start);
        }
    }

    private static Set<String> reachable(String start, Map<String, Set<String>> knows) {
        Set<String> seen = new HashSet<>();
        List<String> left = new ArrayList<>(knows.getOrDefault(start, Set.of()));
        while (!left.isEmpty()) {
            String next = left.remove(left.size() - 1);
            if (seen.add(next)) {
                left.addAll(knows.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    @Test
    void everyPackageSaysWhatItIsAndThatNullsAreMarked() {
        Set<String> described = new TreeSet<>();
        for (SourceFile file : FILES) {
            if (file.path().endsWith("package-info.java")) {
                assertThat(file.lines().get(0)).as("%s", file).startsWith("/**");
                assertThat(file.lines()).as("%s", file).contains("@NullMarked");
                described.add(file.ownPackage());
            }
        }
        assertThat(FILES).allSatisfy(file -> assertThat(described).contains(file.ownPackage()));
    }

    @Test
    void noFileIsLong() {
        assertThat(FILES)
                .allSatisfy(file -> assertThat(file.lines()).as("%s", file).hasSizeLessThanOrEqualTo(400));
    }

    /** The first part of a package's name, by which the floors are told. */
    private static String room(String ownPackage) {
        int dot = ownPackage.indexOf('.');
        return dot < 0 ? ownPackage : ownPackage.substring(0, dot);
    }

    private static Set<String> roomsNamed(SourceFile file) {
        Set<String> rooms = new TreeSet<>();
        file.named().stream()
                .filter(name -> name.startsWith(OURS))
                .forEach(name -> rooms.add(room(name.substring(OURS.length()))));
        return rooms;
    }

    private static int floor(String room) {
        for (int i = 0; i < FLOORS.size(); i++) {
            if (FLOORS.get(i).contains(room)) {
                return i;
            }
        }
        return -1;
    }
}
