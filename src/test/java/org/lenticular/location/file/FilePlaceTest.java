package org.lenticular.location.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.archive.Location;
import org.lenticular.location.FoundFile;
import org.lenticular.location.Listed;
import org.lenticular.location.LocalFile;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.LocationResolverContract;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;

/** A folder of this machine: what is in it is found, and nothing else, whatever a path says. */
class FilePlaceTest extends LocationResolverContract {
    @TempDir
    private Path outside = Path.of("");

    private Path folder = Path.of("");

    @BeforeEach
    void fill() throws IOException {
        folder = Files.createDirectory(outside.resolve("fits"));
        Files.createDirectories(folder.resolve("2024/01"));
        write("one.fits", "one");
        write("2024/01/two.fits", "two two");
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.createDirectory(outside.resolve("fits-other"));
        Files.writeString(outside.resolve("fits-other/secret.txt"), "secret");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    @Override
    protected LocationResolver.Kind kind() {
        return new FilePlace.Kind();
    }

    @Override
    protected Map<String, String> open() {
        return Map.of("folder", folder.toString());
    }

    @Override
    protected String pathBehind(Location own) {
        LocalFile file = place().file(own).orElseThrow();
        assertThat(place().web(own)).as("a file has no web address of its own").isEmpty();
        assertThat(file.folder()).isEqualTo(folder);
        assertThat(file.path()).startsWith(folder + "/");
        return file.path().substring(folder.toString().length() + 1);
    }

    @Override
    protected String pathOf(URI web) {
        throw new AssertionError("there is no web address: " + web);
    }

    private Probe probe(String at) {
        return place().probe(place().locate(at));
    }

    @Test
    void aFileIsFoundWithItsLengthAndTime() throws IOException {
        Instant modified = Instant.parse("2024-01-02T03:04:05.678901234Z");
        Files.setLastModifiedTime(folder.resolve("2024/01/two.fits"), FileTime.from(modified));
        Probe probe = probe("2024/01/two.fits");
        assertThat(probe.found()).isEqualTo(Probe.Found.THERE);
        assertThat(probe.length()).isEqualTo(7);
        assertThat(probe.modified())
                .isEqualTo(Files.getLastModifiedTime(folder.resolve("2024/01/two.fits"))
                        .toInstant());
        assertThat(probe.etag()).matches("\"[!#-~]+\"");
    }

    @Test
    void aLeadingSlashIsNoRootAndAWholePathIntoTheFolderIsThatFile() {
        for (String at : List.of(
                "/one.fits",
                "//one.fits",
                folder + "/one.fits",
                "file://" + folder + "/one.fits",
                "file://localhost" + folder + "/one.fits",
                "file://" + folder + "/%6Fne.fits")) {
            assertThat(probe(at).length()).as(at).isEqualTo(3);
        }
    }

    @Test
    void namesOfAnyCharactersAreFound() throws IOException {
        for (String name : List.of(
                "a b+c.fits", "100%.fits", "%2e%2e", "%252e", "a#b?c&d.fits", "..\\secret.txt", "é日𝔐", "\"<>\n")) {
            write(name, name);
            assertThat(probe(name).found()).as(name).isEqualTo(Probe.Found.THERE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "../fits-other/secret.txt",
                "2024/../../secret.txt",
                "2024/../one.fits",
                "nothing/../../secret.txt",
                "..",
                "2024/01/..",
                "/../secret.txt",
                "/etc/passwd",
                "%2e%2e/secret.txt",
                "%2e%2e%2fsecret.txt",
                "%252e%252e/secret.txt",
                "..%2fsecret.txt",
                "..%c0%afsecret.txt",
                "%c0%ae%c0%ae/secret.txt",
                "..\\secret.txt",
                "..\\..\\windows\\win.ini",
                "C:\\windows\\win.ini",
                "C:/windows/win.ini",
                "\\\\server\\share",
                "one.fits\u0000.txt",
                "\u0000",
                "one.fits/.",
                "one.fits/x",
                "",
                "/",
                ".",
                "2024",
                "2024/",
                "nothing",
                "\uFF0E\uFF0E/secret.txt",
                "file:///etc/passwd",
                "file:///",
                "file://",
                "file://etc/passwd",
                "file://elsewhere.org/etc/passwd",
                "file://localhost/etc/passwd",
                "file:///%2e%2e/etc/passwd"
            })
    void whatIsNoFileOfTheFolderIsNotThere(String at) {
        Probe probe = probe(at);
        assertThat(probe.found()).isNotEqualTo(Probe.Found.THERE);
        assertThat(probe.reason()).isNotEmpty().doesNotContain("\n");
    }

    @Test
    void pathsThatLookLikeTheFoldersOwnDoNotLeadOut() {
        for (String at : List.of(
                folder + "/../secret.txt",
                folder + "-other/secret.txt",
                "file://" + folder + "/../secret.txt",
                "file://" + folder + "/%2e%2e/secret.txt",
                "file://" + folder + "-other/secret.txt",
                "file://" + outside + "/secret.txt")) {
            assertThat(probe(at).found()).as(at).isEqualTo(Probe.Found.NOT_THERE);
        }
    }

    @Test
    void linksInsideAreFollowedAndLinksOutAreNot() throws IOException {
        link("inside.fits", folder.resolve("2024/01/two.fits"));
        link("relative.fits", Path.of("2024/01/two.fits"));
        link("year", folder.resolve("2024"));
        link("chain.fits", folder.resolve("relative.fits"));
        for (String at : List.of("inside.fits", "relative.fits", "year/01/two.fits", "chain.fits")) {
            assertThat(probe(at).length()).as(at).isEqualTo(7);
        }
        link("out.txt", outside.resolve("secret.txt"));
        link("up", outside);
        link("relative-out.txt", Path.of("../secret.txt"));
        link("chain-out.txt", folder.resolve("out.txt"));
        link("beside", outside.resolve("fits-other"));
        link("gone.fits", folder.resolve("nowhere"));
        for (String at : List.of(
                "out.txt",
                "up/secret.txt",
                "relative-out.txt",
                "chain-out.txt",
                "beside/secret.txt",
                "gone.fits",
                "up/fits/../secret.txt")) {
            assertThat(probe(at).found()).as(at).isEqualTo(Probe.Found.NOT_THERE);
        }
        link("circle", folder.resolve("circle"));
        assertThat(probe("circle").found()).isNotEqualTo(Probe.Found.THERE);
    }

    private void link(String name, Path to) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), to);
    }

    @Test
    void theFolderItselfMayBeALinkThatIsMoved() throws IOException {
        Path current = Files.createSymbolicLink(outside.resolve("current"), folder);
        LocationResolver place = place(Map.of("folder", current.toString()));
        Location one = place.locate("one.fits");
        assertThat(place.probe(one).length()).isEqualTo(3);
        Path next = Files.createDirectory(outside.resolve("next"));
        Files.writeString(next.resolve("one.fits"), "one more");
        Files.delete(current);
        Files.createSymbolicLink(current, next);
        assertThat(place.probe(one).length()).isEqualTo(8);
    }

    @Test
    void aPipeOrADeviceIsNoFileAndNobodyWaitsForIt() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(probe("pipe").found()).isEqualTo(Probe.Found.NOT_THERE);
        link("null", Path.of("/dev/null"));
        assertThat(probe("null").found()).isEqualTo(Probe.Found.NOT_THERE);
        assertThat(place(Map.of("folder", "/dev"))
                        .probe(new Location("file:///dev/null"))
                        .found())
                .isEqualTo(Probe.Found.NOT_THERE);
    }

    @Test
    void aFolderThatIsGoneSaysNothingOfItsFiles() throws IOException {
        LocationResolver place = place();
        Files.move(folder, outside.resolve("unmounted"));
        Probe probe = place.probe(place.locate("one.fits"));
        assertThat(probe.found()).isEqualTo(Probe.Found.UNKNOWN);
        assertThat(probe.reason()).isEqualTo("the folder " + folder + " is not there; is its disk mounted?");
        assertThatThrownBy(() -> place.list(place.locate(""))).isInstanceOf(PlaceException.class);
    }

    @Test
    void whatTheProcessMayNotReadIsNotCalledMissing() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("one.fits"), PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(folder.resolve("one.fits")))
                .as("run as root")
                .isFalse();
        assertThat(probe("one.fits").found()).isEqualTo(Probe.Found.UNKNOWN);
        assertThat(probe("one.fits").reason()).contains("cannot be read; let the user of this process");
    }

    @Test
    void theFolderIsWhatThePlaceIsWatchedBy() throws IOException {
        Location root = place().root().orElseThrow();
        assertThat(place().probe(root).found()).isEqualTo(Probe.Found.THERE);
        Path away = folder.resolveSibling("away");
        Files.move(folder, away);
        assertThat(place().probe(root).found()).isEqualTo(Probe.Found.UNKNOWN);
        assertThat(place().probe(root).reason()).contains("is its disk mounted?");
        Files.move(away, folder);
        assertThat(place().probe(root).found()).isEqualTo(Probe.Found.THERE);
    }

    @Test
    void itIsNeverHandedOut() {
        Location one = place().locate("one.fits");
        assertThat(place().web(one)).isEmpty();
        assertThatThrownBy(() -> place().link(one)).isInstanceOf(IllegalStateException.class);
        assertThat(place().link(place().locate("https://elsewhere.org/a")).text())
                .isEqualTo("https://elsewhere.org/a");
    }

    @Test
    void anotherStateOfAFileHasAnotherETag() throws IOException {
        String first = String.valueOf(probe("one.fits").etag());
        assertThat(probe("one.fits").etag()).isEqualTo(first);
        FileTime time = Files.getLastModifiedTime(folder.resolve("one.fits"));

        write("one.fits", "ONE");
        Files.setLastModifiedTime(
                folder.resolve("one.fits"), FileTime.from(time.toInstant().plusNanos(4_000_000)));
        String later = String.valueOf(probe("one.fits").etag());
        write("new.fits", "ONE");
        Files.setLastModifiedTime(folder.resolve("new.fits"), Files.getLastModifiedTime(folder.resolve("one.fits")));
        Files.move(
                folder.resolve("new.fits"),
                folder.resolve("one.fits"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        String replaced = String.valueOf(probe("one.fits").etag());
        assertThat(List.of(first, later, replaced)).doesNotHaveDuplicates();
    }

    @Test
    void aFileThatWasReplacedMeanwhileIsNotOpenedAsWhatItWas() throws IOException {
        FoundFile found = place().file(place().locate("one.fits")).orElseThrow().find();
        try (FileChannel channel = found.open()) {
            assertThat(channel.size()).isEqualTo(3);
        }
        write("one.fits", "another");
        assertThatThrownBy(found::open).isInstanceOf(PlaceException.class).hasMessageContaining("was changed");
        Files.delete(folder.resolve("one.fits"));
        link("one.fits", outside.resolve("secret.txt"));
        assertThatThrownBy(found::open).isInstanceOf(IOException.class);
    }

    @Test
    void everythingBelowADirectoryIsListed() throws IOException {
        link("year", folder.resolve("2024"));
        link("up", outside);
        link("out.txt", outside.resolve("secret.txt"));
        link("2024/round", folder);
        Files.createDirectory(folder.resolve("empty"));
        assertThat(names("")).containsExactlyInAnyOrder("one.fits", "2024/01/two.fits", "year/01/two.fits");
        assertThat(names("2024/01")).containsExactly("two.fits");
        assertThat(names("2024/01/")).containsExactly("two.fits");
        assertThat(names("empty")).isEmpty();
        assertThat(names("nothing")).isEmpty();
        assertThat(names("up")).isEmpty();
        assertThat(names("../")).isEmpty();
        assertThat(names("one.fits")).isEmpty();
        try (Stream<Listed> all = place().list(place().locate("2024/01"))) {
            assertThat(all).extracting(Listed::length).containsExactly(7L);
        }
    }

    private List<String> names(String directory) throws IOException {
        try (Stream<Listed> all = place().list(place().locate(directory))) {
            return all.map(Listed::name).toList();
        }
    }

    @Test
    void whatIsNoFolderIsToldWithWhatWouldBe() {
        assertThat(problem("folder", outside + "/secret.txt")).hasMessageStartingWith("is no folder");
        assertThat(problem("folder", "relative/folder")).hasMessageStartingWith("is no absolute path");
        assertThat(problem("folder", "/a\u0000b")).hasMessageStartingWith("is no path");
    }
}
