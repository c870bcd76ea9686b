package org.lenticular.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Source;
import org.lenticular.config.Config;
import org.lenticular.data.DataProtocol;
import org.lenticular.datalink.DataLinkProtocol;
import org.lenticular.http.Endpoints;
import org.lenticular.http.Servlets;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Place;
import org.lenticular.location.health.MortalServer;
import org.lenticular.location.health.PlaceWatch;
import org.lenticular.location.health.SetClock;
import org.lenticular.location.health.WatchRules;
import org.lenticular.location.health.Watches;
import org.lenticular.ops.Health;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Served;
import org.lenticular.protocol.SmallArchive;
import org.lenticular.sia.SiaProtocol;
import org.lenticular.table.VotableDocument;
import org.lenticular.vosi.Availability;
import org.lenticular.vosi.AvailabilityProtocol;

/**
 * A thousand requests for links while the default's server dies and comes back, and each finds out by itself or in the background: none fails, and
 * each link that is not from the default says why.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DyingPlaceIT {
    private static final int AT_A_TIME = 50;
    private static final String NOTE = "main-server does not answer; this one is at mirror";

    private final MortalServer main = new MortalServer();
    private final MortalServer mirror = new MortalServer();
    private final SetClock clock = new SetClock();
    private final Watches watches = new Watches(WatchRules.DEFAULT, clock);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SmallArchive archive;
    private final EmbeddedTomcat tomcat;
    private int answered;

    DyingPlaceIT(@TempDir Path folder) throws IOException, LifecycleException {
        archive = new SmallArchive(folder);
        PlaceWatch how = new PlaceWatch(Optional.of("known.fits"), PlaceWatch.DEFAULT_EVERY, true);
        List<Place> places = List.of(
                watches.watched("main-server", place("main-server", main.resolver()), how),
                watches.watched("mirror", place("mirror", mirror.resolver()), how));
        Map<String, Served> collections =
                Map.of("stars", new Served("stars", "Stars", new CopyChooser("stars", places)));
        tomcat = start(collections);
    }

    private static Place place(String name, LocationResolver resolver) {
        return new Place(new Source(name, name, List.of(), false), Optional.of(resolver), true);
    }

    private EmbeddedTomcat start(Map<String, Served> collections) throws IOException, LifecycleException {
        Health health = new Health() {
            @Override
            public List<String> hindrances() {
                return List.of();
            }

            @Override
            public List<String> remarks() {
                return watches.down();
            }
        };
        Protocol availability = new AvailabilityProtocol(() -> new Availability(true, Instant.EPOCH, watches.down()));
        Protocol sia = new SiaProtocol(archive.catalogue(), collections, 100, 100);
        Endpoints endpoints = new Endpoints(
                sia,
                sia,
                sia,
                new DataLinkProtocol(archive.catalogue(), collections, new DataLinkProtocol.Limits(100, 100, 1000)),
                new DataProtocol(archive.catalogue(), collections),
                () -> "",
                new Endpoints.Documents(availability, Set.of("/vo/datalink/availability")),
                health);
        Config.Service service = new Config.Service("Stars", Optional.empty(), List.of());
        return EmbeddedTomcat.start(
                "127.0.0.1", 0, context -> Servlets.register(context, service, Config.Limits.DEFAULT, endpoints));
    }

    @BeforeEach
    void bothAreUp() {
        watches.askAll();
    }

    @AfterEach
    void end() throws Exception {
        tomcat.close();
        watches.close();
        archive.close();
        main.close();
        mirror.close();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tomcat.port() + path))
                .build();
    }

    private List<CompletableFuture<HttpResponse<byte[]>>> send() {
        return IntStream.range(0, AT_A_TIME)
                .mapToObj(i -> client.sendAsync(
                        request("/vo/datalink/stars?ID=star:1&ID=star:2&ID=star:3"), BodyHandlers.ofByteArray()))
                .toList();
    }

    /** The sources that links are from. None fails, and each is from the default or says why it is not. */
    private List<String> sources(List<CompletableFuture<HttpResponse<byte[]>>> requests) {
        List<String> sources = new ArrayList<>();
        for (CompletableFuture<HttpResponse<byte[]>> request : requests) {
            HttpResponse<byte[]> answer = request.join();
            assertThat(answer.statusCode()).isEqualTo(200);
            VotableDocument links = VotableDocument.read(answer.body());
            List<String> from = links.column("source");
            assertThat(from).hasSize(6);
            assertThat(links.column("error_message")).containsOnly("");
            for (int row = 0; row < 6; row++) {
                boolean detour = from.get(row).equals("mirror");
                assertThat(links.column("access_url").get(row)).startsWith(detour ? mirror.base() : main.base());
                assertThat(links.column("source_note").get(row)).isEqualTo(detour ? NOTE : "");
            }
            sources.addAll(from);
            answered++;
        }
        return sources;
    }

    private void batches(int times, String source) {
        for (int i = 0; i < times; i++) {
            assertThat(sources(send())).containsOnly(source);
        }
    }

    private String text(String path) throws Exception {
        return client.send(request(path), BodyHandlers.ofString()).body();
    }

    @Test
    void noneOfAThousandRequestsFailsAndEveryDetourIsTold() throws Exception {
        batches(4, "main-server");
        assertThat(text("/health/ready")).isEqualTo("ready\n");

        List<CompletableFuture<HttpResponse<byte[]>>> meanwhile = send();
        main.kill();
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofSeconds(30));
            watches.askAll();
        }
        sources(meanwhile);
        batches(7, "mirror");
        assertThat(text("/health/ready"))
                .isEqualTo("ready, but main-server does not answer since 2026-11-24T10:01:30Z\n");
        assertThat(text("/vo/datalink/availability"))
                .contains("<available>true</available>")
                .contains("<note>main-server does not answer since 2026-11-24T10:01:30Z</note>");

        meanwhile = send();
        main.start();
        clock.pass(Duration.ofSeconds(30));
        watches.askAll();
        sources(meanwhile);
        batches(7, "main-server");
        assertThat(text("/health/ready")).isEqualTo("ready\n");
        assertThat(text("/vo/datalink/availability")).doesNotContain("<note>");
        assertThat(answered).isEqualTo(1000);
    }

    @Test
    void theLastingAddressLeadsToTheOtherCopyMeanwhile() throws Exception {
        main.kill();
        for (int i = 0; i < 3; i++) {
            watches.askAll();
        }
        HttpResponse<String> answer = client.send(request("/data/stars/star%201.fits"), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(mirror.base() + "star%201.fits");
    }
}
