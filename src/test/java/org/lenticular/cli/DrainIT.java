package org.lenticular.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server that is told to stop lets the requests that run come to their end, and takes no other. */
class DrainIT {
    @Test
    void aRequestThatRunsComesToItsEnd() throws Exception {
        try (FakeService service = FakeService.start()) {
            HttpRequest waiting = HttpRequest.newBuilder(URI.create(service.address("/vo/sia?DO=wait")))
                    .build();
            CompletableFuture<HttpResponse<String>> answer =
                    HttpClient.newHttpClient().sendAsync(waiting, BodyHandlers.ofString());
            service.protocol.running.await();
            assertThat(service.tomcat.drain(0)).isFalse();
            assertThatThrownBy(service::connect).isInstanceOf(ConnectException.class);
            service.protocol.release.countDown();
            assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("done");
            assertThat(service.tomcat.drain(20)).isTrue();
        }
    }

    @Test
    void anIdleConnectionIsNotWaitedFor() throws Exception {
        try (FakeService service = FakeService.start()) {
            HttpClient client = HttpClient.newHttpClient();
            client.send(HttpRequest.newBuilder(URI.create(service.address("/"))).build(), BodyHandlers.ofString());
            assertThat(service.tomcat.drain(20)).isTrue();
        }
    }
}
