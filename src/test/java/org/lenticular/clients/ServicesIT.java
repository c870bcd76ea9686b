package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cut-out service that runs elsewhere, and tells what it was sent: clients find it in the links of images, and call it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServicesIT {
    private final HttpServer elsewhere;
    private final RunningServer server;

    ServicesIT(@TempDir Path folder) throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/sync", exchange -> {
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            byte[] told = query.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, told.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(told);
            }
        });
        elsewhere.start();
        Path config = Files.writeString(folder.resolve("lenticular.yaml"), configuration());
        server = RunningServer.run(
                folder,
                List.of(
                        RunningServer.java(),
                        "-jar",
                        RunningServer.war().toString(),
                        "serve",
                        "--port",
                        "0",
                        "--config",
                        config.toString()));
    }

    private String cutout() {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/sync?keep=1";
    }

    private String configuration() {
        return """
                sources:
                  main-server: { kind: http, base: "https://archive.stsci.edu/missions/tess/", link_auth: false }
                collections:
                  tess:
                    table: TABLE
                    datasets:
                      id: "{obs_id}"
                      products:
                        - { path: "{path}", content_type: application/fits, content_qualifier: "#image" }
                        - { path: "https://archive.stsci.edu/missions/tess/doc/EXP-TESS-ARC-ICD-TM-0014-Rev-F.pdf", semantics: "#documentation", content_type: application/pdf }
                        - { path: "https://outerspace.stsci.edu/display/TESS", semantics: "#documentation", content_type: text/html }
                    services:
                      cutout:
                        title: Cut-outs
                        description: A piece of the image
                        standard_id: ivo://ivoa.net/std/SODA#sync-1.0
                        access_url: CUTOUT
                        content_type: application/fits
                        link_auth: optional
                        parameters: [POS, CIRCLE, POLYGON, BAND, TIME]
                        example_url: CUTOUT&ID=x
                    columns: { obs_publisher_did: "ivo://org.example/tess?{obs_id}", em_min: 600 nm, em_max: 1000 nm, t_min: "{t_start}", t_max: "{t_stop}" }
                """.replace(
                "TABLE", Path.of("conf/example/tess.csv").toAbsolutePath().toString()).replace("CUTOUT", cutout());
    }

    @AfterAll
    void stop() {
        server.close();
        elsewhere.stop(0);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("pyvo finds the service, reads what each image allows, and calls it with the right identifier")
    void pyvo(Pyvo pyvo) {
        pyvo.walk("services.py", server.base(), cutout());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ID=tess2018221072942-s0001-1-1",
                "ID=tess2018221072942-s0001-1-1&ID=none&ID=tess2018221072942-s0001-1-2",
                ""
            })
    @DisplayName("STILTS has nothing to say of descriptors and their rows")
    void stilts(String ids) {
        assertThat(Stilts.run(
                                "datalinklint",
                                "report=EWF",
                                "maxrepeat=1000",
                                "votable=" + server.address("/vo/datalink/tess?" + ids))
                        .stream()
                        .filter(line -> !line.startsWith("This is the STILTS") && !line.startsWith("Totals:"))
                        .filter(line -> !LetThrough.any(Set.of(LetThrough.NEWER_TERM), line)))
                .isEmpty();
    }
}
