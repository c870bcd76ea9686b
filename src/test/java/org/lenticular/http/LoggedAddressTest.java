package org.lenticular.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sends stands in the log, but writes nothing into it, and signatures in it are of no use to who reads the log. */
class LoggedAddressTest {
    private static final String SECRET = "5EC2E7abc";

    @Test
    void whatIsNotPrintableIsEscaped() {
        assertThat(LoggedAddress.of("/a\r\nINFO forged\u001b[31m\u202eé"))
                .isEqualTo("/a\\u000D\\u000AINFO\\u0020forged\\u001B[31m\\u202E\\u00E9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Amz-Signature",
                "x-amz-signature",
                "X-Amz-Credential",
                "X-Amz-Security-Token",
                "X-Goog-Signature",
                "X-Goog-Credential",
                "Signature",
                "AWSAccessKeyId",
                "GoogleAccessId",
                "sig"
            })
    void aPastedAddressLeavesNoSignatureHoweverItIsEncoded(String name) {
        String address = "https://b.example/k?X-Amz-Expires=3600&" + name + "=" + SECRET + "%2F" + SECRET + "&last=1";
        String once = URLEncoder.encode(address, StandardCharsets.UTF_8);
        String twice = URLEncoder.encode(once, StandardCharsets.UTF_8);
        assertThat(LoggedAddress.of("/vo/datalink?ID=" + address + "&source=gc"))
                .isEqualTo("/vo/datalink?ID=https://b.example/k?X-Amz-Expires=3600&" + name + "=...&last=1&source=gc");
        assertThat(LoggedAddress.of("/vo/datalink?ID=" + once + "&source=gc"))
                .isEqualTo("/vo/datalink?ID=https%3A%2F%2Fb.example%2Fk%3FX-Amz-Expires%3D3600%26" + name
                        + "%3D...%26last%3D1&source=gc");
        assertThat(LoggedAddress.of("/vo/datalink?ID=" + twice + "&source=gc"))
                .doesNotContain(SECRET)
                .endsWith("%253D...%2526last%253D1&source=gc");
        assertThat(LoggedAddress.of("/data/c/" + once)).as("in the path").doesNotContain(SECRET);
        assertThat(LoggedAddress.of("/x?" + name + "=" + SECRET)).isEqualTo("/x?" + name + "=...");
        assertThat(LoggedAddress.of("/x?ID=a%26" + name.replace("-", "%2D") + "%3D" + SECRET))
                .as("encoded more than need be")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vo/sia?table=tess&POS=1,2&SIZE=0.1&sigma=3",
                "/vo/datalink?ID=design=3&source=aws:us-east1&insig=4",
                "/data/c/signature=of%20a%20star.fits"
            })
    void whatIsNoSignatureStays(String address) {
        assertThat(LoggedAddress.of(address)).isEqualTo(address);
    }
}
