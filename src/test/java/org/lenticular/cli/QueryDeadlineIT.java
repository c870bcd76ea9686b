package org.lenticular.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.config.Config;
import org.lenticular.datalink.DataLinkProtocol;
import org.lenticular.http.Endpoints;
import org.lenticular.http.Servlets;
import org.lenticular.ops.Logging;
import org.lenticular.protocol.Origin;
import org.lenticular.protocol.Served;
import org.lenticular.protocol.SmallArchive;
import org.lenticular.sia.SiaProtocol;
import org.lenticular.sia2.CoverageProtocol;
import org.lenticular.sia2.Sia2Protocol;

/**
 * Queries that may take a billionth of a second, and so run past it: the client gets a clear fault in the protocol's form, and the query's place is free
 * again. There is one such place: a query that went on would keep all that follow it waiting.
 */
class QueryDeadlineIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String TOLD = "TransientFault: the query took longer than the 0 s that are allowed";

    @SuppressWarnings("NullAway.Init")
    private static Catalogue catalogue;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedTomcat tomcat;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        Logging.alone();
        try (SmallArchive archive = new SmallArchive(folder)) {
            catalogue = new SqliteStore(folder, Duration.ofNanos(1), 1).open();
            Map<String, Served> stars = archive.only("stars");
            SiaProtocol sia = new SiaProtocol(catalogue, stars, 100, 100);
            Sia2Protocol sia2 =
                    new Sia2Protocol(catalogue, stars, new Sia2Protocol.Limits(100, 100, 50), Origin.UNTOLD);
            DataLinkProtocol links =
                    new DataLinkProtocol(catalogue, stars, new DataLinkProtocol.Limits(100_000, 100_000, 100_000));
            Endpoints endpoints = new Endpoints(
                    sia,
                    sia2,
                    new CoverageProtocol(catalogue, stars, new Sia2Protocol.Limits(100, 100, 50)),
                    links,
                    sia,
                    () -> "",
                    new Endpoints.Documents(sia, Set.of("/vo/capabilities")),
                    () -> List.of());
            Config.Service service = new Config.Service("Slow", Optional.empty(), List.of());
            Config.Limits limits = new Config.Limits(
                    100,
                    100,
                    100_000,
                    100_000,
                    100_000,
                    50,
                    1_000,
                    1_000,
                    1_000,
                    10_000_000,
                    100_000,
                    Duration.ofNanos(1),
                    1,
                    Duration.ofMinutes(1));
            tomcat = EmbeddedTomcat.start(
                    "127.0.0.1", 0, context -> Servlets.register(context, service, limits, endpoints));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        tomcat.close();
        catalogue.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/vo/sia?table=stars&POS=10,0&SIZE=5 | text/xml;content=x-votable",
                "/vo/sia?table=stars&POS=10,0&SIZE=5&RESPONSEFORMAT=csv | text/plain",
                "/vo/sia2/query | application/x-votable+xml",
                "/vo/sia2/query?POS=CIRCLE%2010%200%205 | application/x-votable+xml",
                "/vo/sia2/query?POS=CIRCLE%2010%200%205&MAXREC=1 | application/x-votable+xml",
                "/vo/sia2/query?COUNT=true&POS=CIRCLE%2010%200%205 | application/x-votable+xml",
                "/vo/sia2/query?FACETS=year,bytes | application/x-votable+xml",
                "/vo/sia2/query?FACETS=source&RESPONSEFORMAT=json | application/json",
                "/vo/sia2/query?RESPONSEFORMAT=html | text/html",
                "/vo/moc?POS=CIRCLE%2010%200%205 | text/plain"
            })
    void aSearchThatTakesTooLongIsAFaultInItsOwnForm(String address, String type) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tomcat.port() + address)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains(TOLD).doesNotContain("Exception").doesNotContain("sqlite");
        if (type.contains("votable")) {
            assertThat(answer.body()).contains("name=\"QUERY_STATUS\" value=\"ERROR\"");
        }
    }

    @Test
    void soAreLinksOfIdentifiersThatTakeTooLongToFind() throws Exception {
        // So many that SQLite's machine takes the steps after which it looks at the clock.
        String ids =
                IntStream.range(0, 20_000).mapToObj(i -> "ID=ivo://nobody/" + i).collect(Collectors.joining("&"));
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tomcat.port() + "/vo/datalink"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(ids)));
        assertThat(answer.statusCode()).as(answer.headers().toString()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/x-votable+xml;content=datalink");
        assertThat(answer.body()).contains(TOLD).contains("value=\"ERROR\"");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
