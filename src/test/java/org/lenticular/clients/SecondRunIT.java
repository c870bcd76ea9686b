package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A notebook that is run a second time: nothing is sent again that has not changed. */
@ExtendWith(SharedServer.class)
final class SecondRunIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SEARCH = "/vo/sia/tess/query?POS=84.3,-80.5&SIZE=0.1";

    private static HttpResponse<String> ask(RunningServer server, String address, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SEARCH,
                "/vo/sia?table=chanmaster&POS=182.6357,39.4058&SIZE=0.5",
                "/vo/sia?table=chanmaster&FORMAT=METADATA",
                "/vo/datalink/chanmaster?ID=18244:chandra.obs.img",
                "/vo/datalink?ID=ivo://org.example/tess?nothing",
                SEARCH + "&RESPONSEFORMAT=csv"
            })
    void whatHasNotChangedIsNotSentAgain(String address, RunningServer server) throws Exception {
        HttpResponse<String> first = ask(server, address);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(tag(first)).startsWith("W/\"");
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");

        HttpResponse<String> second = ask(server, address, "If-None-Match", tag(first));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(tag(second)).isEqualTo(tag(first));
    }

    @Test
    void anotherQuestionIsAnswered(RunningServer server) throws Exception {
        String tag = tag(ask(server, SEARCH));
        assertThat(ask(server, SEARCH + "&MAXREC=1", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(ask(server, SEARCH, "If-None-Match", tag, "Accept", "text/csv")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SEARCH + "&source=aws:us-east1",
                "/vo/datalink/chanmaster?ID=18244:chandra.obs.img&source=aws:us-east1",
                "/vo/sia/tess/query?POS=nowhere&SIZE=1",
                "/vo/sia/nothing/query?POS=1,2&SIZE=1"
            })
    void signedAddressesAndFaultsHaveNoTag(String address, RunningServer server) throws Exception {
        HttpResponse<String> answer = ask(server, address);
        assertThat(tag(answer)).isEmpty();
        assertThat(ask(server, address, "If-None-Match", "*").statusCode()).isEqualTo(answer.statusCode());
    }
}
