package org.lenticular.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.config.Config;
import org.lenticular.fault.FaultException;

/** Addresses in answers begin with {@code base_url}, else with what the request came to; a proxy is believed only where the operator named it. */
class BaseAddressTest {
    private final BaseAddress base = base(Optional.empty(), "10.0.0.0/8", "2001:db8::/32", "192.168.1.7");

    @Test
    void theConfiguredAddressComesFirst() {
        BaseAddress fixed = base(Optional.of("https://archive.example.org/sky"), "10.0.0.1");
        assertThat(fixed.of(proxied("10.0.0.1")
                        .header("X-Forwarded-Host", "other.example.org")
                        .build()))
                .isEqualTo("https://archive.example.org/sky");
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, http://example.org/lenticular",
        "example.org:80, http://example.org/lenticular",
        "example.org:8080, http://example.org:8080/lenticular",
        "[2001:db8::1]:8080, http://[2001:db8::1]:8080/lenticular",
        "127.0.0.1, http://127.0.0.1/lenticular"
    })
    void elseWhatTheRequestCameTo(String host, String expected) {
        assertThat(base.of(
                        new FakeRequest().at("/lenticular").header("Host", host).build()))
                .isEqualTo(expected);
    }

    @Test
    void aRequestWithoutAHostCameToTheServersOwnName() {
        assertThat(base.of(new FakeRequest().build())).isEqualTo("http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "example.org:http",
                "example.org/path",
                "user@example.org",
                "<script>",
                "[::1",
                "a\nb",
                "x:1:2"
            })
    void aHostThatIsNoneIsRefused(String host) {
        assertThatThrownBy(() -> base.of(new FakeRequest().header("Host", host).build()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("Host: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "192.168.1.7", "2001:db8:0:1::5", "2001:db8::5%eth0"})
    void aNamedProxyIsBelieved(String peer) {
        assertThat(base.of(proxied(peer)
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "archive.example.org")
                        .header("X-Forwarded-Prefix", "/sky/")
                        .build()))
                .isEqualTo("https://archive.example.org/sky");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.0.1", "192.168.1.8", "2001:db9::1", "::1"})
    void anyOtherIsNot(String peer) {
        assertThat(base.of(proxied(peer)
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Prefix", "/evil")
                        .header("Forwarded", "host=evil.example")
                        .build()))
                .isEqualTo("http://inner:8080/lenticular");
    }

    @Test
    void theStandardHeaderGoesBeforeTheOthers() {
        assertThat(base.of(proxied("10.0.0.1")
                        .header("Forwarded", "for=192.0.2.60;Proto=HTTPS; host=\"archive.example.org:8443\"")
                        .header("X-Forwarded-Host", "other.example.org")
                        .build()))
                .isEqualTo("https://archive.example.org:8443/lenticular");
    }

    @Test
    void ofSeveralValuesTheProxysOwnCounts() {
        assertThat(base.of(proxied("10.0.0.1")
                        .header("X-Forwarded-Host", "evil.example, archive.example.org")
                        .header("X-Forwarded-Proto", "http", "https")
                        .build()))
                .isEqualTo("https://archive.example.org/lenticular");
        assertThat(base.of(proxied("10.0.0.1")
                        .header("Forwarded", "host=evil.example;proto=http, host=archive.example.org;proto=https")
                        .build()))
                .isEqualTo("https://archive.example.org/lenticular");
    }

    @Test
    void aForwardedPortIsTheHostsWhereItHasNone() {
        assertThat(base.of(proxied("10.0.0.1")
                        .header("X-Forwarded-Host", "archive.example.org")
                        .header("X-Forwarded-Port", "8443")
                        .header("X-Forwarded-Proto", "https")
                        .build()))
                .isEqualTo("https://archive.example.org:8443/lenticular");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Proto, javascript",
        "X-Forwarded-Host, a b",
        "X-Forwarded-Port, x",
        "X-Forwarded-Prefix, //evil.example",
        "X-Forwarded-Prefix, /a\"b"
    })
    void whatAProxySaysMustMakeAnAddress(String header, String value) {
        assertThatThrownBy(
                        () -> base.of(proxied("10.0.0.1").header(header, value).build()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(header);
    }

    private static FakeRequest proxied(String peer) {
        return new FakeRequest().at("/lenticular").from(peer).header("Host", "inner:8080");
    }

    private static BaseAddress base(Optional<String> fixed, String... proxies) {
        return new BaseAddress(new Config.Service("Test", fixed, List.of(proxies)));
    }
}
