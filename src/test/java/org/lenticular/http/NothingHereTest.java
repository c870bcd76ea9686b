package org.lenticular.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.fault.Fault;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Request;

/** Who asks an address that is none is told those near it, in the form that it reads; the status is 404 in any case. */
class NothingHereTest {
    private static final String BASE = "https://us.example.org/a";

    private final NothingHere nothing = new NothingHere(Addresses.of(
            Set.of("/vo/capabilities", "/vo/sia2/examples", "/vo/sia/a\"b/capabilities", "/vo/datalink/examples")));

    private record Told(int status, String type, String body) {}

    private Told ask(String path, @Nullable String accept) throws IOException {
        Request request = new Request(Parameters.NONE, path, BASE, accept);
        Answer answer = nothing.fault(
                request, new Fault(Fault.Word.NOT_FOUND, 404, "there is nothing at the address '<" + path + ">'"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.body().write(out);
        return new Told(answer.status(), answer.contentType(), out.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/vo/sia2      | /vo/sia2/examples /vo/sia2/query",
                "/vo/sia2/     | /vo/sia2/examples /vo/sia2/query",
                "/vo/sia2/quer | /vo/sia2/examples /vo/sia2/query",
                "/vo/sia2/query/capabilities | /vo/sia2/query",
                "/vo/datalink/a/b/c | /vo/datalink /vo/datalink/a\"b /vo/datalink/examples",
                "/health       | /health/live /health/ready"
            })
    void textNamesEachAddressOnALine(String path, String addresses) throws IOException {
        Told told = ask(path, null);
        assertThat(told.status()).isEqualTo(404);
        assertThat(told.type()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(told.body())
                .startsWith("NotFoundFault: there is nothing at the address")
                .endsWith(":\n" + BASE + addresses.replace(" ", "\n" + BASE) + "\n");
    }

    @Test
    void theWholeOfTheVirtualObservatoryIsListed() throws IOException {
        assertThat(ask("/vo", null).body()).contains("/vo/capabilities", "/vo/sia2/query", "/vo/sia/a\"b/query");
    }

    @Test
    void whereNothingIsNearItSaysNoMore() throws IOException {
        assertThat(ask("/wp-admin/index.php", "text/html").body().lines()).hasSize(1);
    }

    @Test
    void aBrowserGetsAPageOfLinks() throws IOException {
        Told told = ask("/vo/sia", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(told.status()).isEqualTo(404);
        assertThat(told.type()).isEqualTo("text/html;charset=UTF-8");
        assertThat(told.body())
                .contains("<a href=\"" + BASE + "/vo/sia/a&quot;b/query\">/vo/sia/a&quot;b/query</a>")
                .contains("'&lt;/vo/sia&gt;'");
    }

    @Test
    void aProgramGetsJson() throws IOException {
        Told told = ask("/vo/sia", "application/json");
        assertThat(told.type()).isEqualTo("application/json");
        assertThat(told.body())
                .startsWith("{\"status\":\"ERROR\",\"fault\":\"NotFoundFault\",\"message\":\"NotFoundFault: there is")
                .contains("\"" + BASE + "/vo/sia/a\\u0022b/query\"");
    }

    @Test
    void javasOwnAcceptIsNoBrowser() throws IOException {
        assertThat(ask("/vo/sia2", "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2")
                        .type())
                .startsWith("text/plain");
    }
}
