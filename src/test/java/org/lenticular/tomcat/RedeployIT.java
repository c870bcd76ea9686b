package org.lenticular.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenticular.location.health.MortalServer;

/**
 * The archive in a stock Tomcat, redeployed again and again, answering each time: nothing of it is left behind. Tomcat's leak prevention has nothing to
 * say, and no class loader stays alive: each would keep all classes of an application, its native library and its threads.
 */
class RedeployIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    /** {@code -Dlenticular.test.redeploys=100} is thorough. */
    private static final int TIMES = Integer.getInteger("lenticular.test.redeploys", 20);

    private static final String SIGNING = """
            sources:
              bucket:
                kind: s3
                region: us-east-1
                bucket: example-bucket
                access: restricted
                credentials: default
            collections:
              mine:
                table: images.csv
                datasets:
                  id: "{file}"
                  products:
                    - path: "{file}"
            """;

    private static final String WATCHING = """
            watch: { failures: 1 }
            sources:
              down: { kind: http, base: "DOWN", watch: { path: known.fits, in_requests: true } }
              up: { kind: http, base: "UP", watch: { path: known.fits, in_requests: true } }
            collections:
              mine:
                table: images.csv
                datasets: { id: "{file}", products: [{ path: "{file}" }] }
            """;

    static List<Path> tomcats() throws IOException {
        try (Stream<Path> folders = Files.list(TARGET.resolve("tomcat"))) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("apache-tomcat-"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tomcats")
    void redeploysLeaveNothing(Path home) throws Exception {
        Path base = TARGET.resolve("redeploy").resolve(home.getFileName());
        StockTomcat.delete(base);
        // What is only softly held goes when memory is short: it is no leak, and must not look like one.
        try (StockTomcat tomcat =
                StockTomcat.start(home, base, "-XX:SoftRefLRUPolicyMSPerMB=0", "-XX:TieredStopAtLevel=1", "-Xmx512m")) {
            long before = tomcat.applicationLoaders();
            for (int i = 0; i < TIMES; i++) {
                assertThat(tomcat.deploy("/lenticular", TARGET.resolve("lenticular.war")))
                        .startsWith("OK");
                ask(tomcat);
                assertThat(tomcat.manager("undeploy?path=/lenticular")).startsWith("OK");
            }
            assertThat(loadersLeft(tomcat, before)).isEqualTo(before);
            assertThat(tomcat.manager("findleaks?statusLine=true")).startsWith("OK - No memory leaks found");
            assertThat(tomcat.log().lines().filter(RedeployIT::isComplaint)).isEmpty();
            try (Stream<Path> left = Files.list(base.resolve("temp"))) {
                assertThat(left.filter(Files::isDirectory)).isEmpty();
            }
        }
    }

    /** Amazon's library signs, off the requests' way and in them; of that, too, nothing is left. */
    @Test
    void redeploysThatSignLeaveNothing() throws Exception {
        Path base = TARGET.resolve("redeploy").resolve("signing");
        StockTomcat.delete(base);
        Path config = Files.writeString(Files.createDirectories(base).resolve("signing.yaml"), SIGNING);
        Files.writeString(base.resolve("images.csv"), "s_ra,s_dec,file\n10,20,a b.fits\n");
        try (StockTomcat tomcat = StockTomcat.start(
                tomcats().get(0),
                base,
                "-XX:SoftRefLRUPolicyMSPerMB=0",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Daws.accessKeyId=AKIATEST",
                "-Daws.secretAccessKey=hush",
                "-Dlenticular.config=" + config)) {
            long before = tomcat.applicationLoaders();
            for (int i = 0; i < TIMES / 4; i++) {
                assertThat(tomcat.deploy("/lenticular", TARGET.resolve("lenticular.war")))
                        .startsWith("OK");
                HttpResponse<String> redirect = tomcat.get("/lenticular/data/mine/a%20b.fits");
                assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
                assertThat(redirect.headers().firstValue("Location").orElseThrow())
                        .startsWith("https://example-bucket.s3.us-east-1.amazonaws.com/a%20b.fits?")
                        .contains("X-Amz-Credential=AKIATEST");
                assertThat(tomcat.manager("undeploy?path=/lenticular")).startsWith("OK");
            }
            assertThat(loadersLeft(tomcat, before)).isEqualTo(before);
            assertThat(tomcat.log().lines().filter(RedeployIT::isComplaint)).isEmpty();
            assertThat(tomcat.log()).doesNotContain("X-Amz-Signature");
        }
    }

    /** Places are asked in the background and in requests, one that is down among them; of that, too, nothing is left. */
    @Test
    void redeploysThatWatchLeaveNothing() throws Exception {
        Path base = TARGET.resolve("redeploy").resolve("watching");
        StockTomcat.delete(base);
        try (MortalServer up = new MortalServer();
                MortalServer down = new MortalServer()) {
            Path config = Files.writeString(
                    Files.createDirectories(base).resolve("watching.yaml"),
                    WATCHING.replace("UP", up.base()).replace("DOWN", down.base()));
            Files.writeString(base.resolve("images.csv"), "s_ra,s_dec,file\n10,20,a b.fits\n");
            down.kill();
            try (StockTomcat tomcat = StockTomcat.start(
                    tomcats().get(0),
                    base,
                    "-XX:SoftRefLRUPolicyMSPerMB=0",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx512m",
                    "-Dlenticular.config=" + config)) {
                long before = tomcat.applicationLoaders();
                for (int i = 0; i < TIMES / 4; i++) {
                    assertThat(tomcat.deploy("/lenticular", TARGET.resolve("lenticular.war")))
                            .startsWith("OK");
                    HttpResponse<String> redirect = tomcat.get("/lenticular/data/mine/a%20b.fits");
                    assertThat(redirect.headers().firstValue("Location")).contains(up.base() + "a%20b.fits");
                    assertThat(tomcat.get("/lenticular/health/ready").body())
                            .startsWith("ready, but down does not answer since ");
                    assertThat(tomcat.manager("undeploy?path=/lenticular")).startsWith("OK");
                }
                assertThat(loadersLeft(tomcat, before)).isEqualTo(before);
                assertThat(tomcat.log().lines().filter(RedeployIT::isComplaint)).isEmpty();
            }
        }
    }

    /** The compiler may still be at work on a method of the last application: what it holds goes with a later collection. */
    private static long loadersLeft(StockTomcat tomcat, long expected) throws Exception {
        long left = tomcat.applicationLoaders();
        for (int collections = 1; left > expected && collections < 20; collections++) {
            left = tomcat.applicationLoaders();
        }
        return left;
    }

    private static void ask(StockTomcat tomcat) throws Exception {
        HttpResponse<String> images = tomcat.get("/lenticular/vo/sia?table=chanmaster&POS=182.6357,39.4058&SIZE=1");
        assertThat(images.statusCode()).as(images.body()).isEqualTo(200);
        assertThat(images.headers().firstValue("Content-Type")).contains("text/xml;content=x-votable");
        assertThat(images.body()).contains("QUERY_STATUS\" value=\"OK\"").contains("15158");
        HttpResponse<String> links = tomcat.get("/lenticular/vo/datalink/chanmaster?ID=nothing");
        assertThat(links.statusCode()).isEqualTo(200);
        assertThat(links.body()).contains("NotFoundFault");
        HttpResponse<String> nothing = tomcat.get("/lenticular/nothing");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).startsWith("NotFoundFault: ");
    }

    private static boolean isComplaint(String line) {
        return line.contains("SEVERE")
                || line.contains("WARNING")
                || line.contains(" ERROR ")
                || line.contains("memory leak");
    }
}
