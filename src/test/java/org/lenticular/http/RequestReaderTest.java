package org.lenticular.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.fault.FaultException;
import org.lenticular.protocol.Parameters;

/**
 * What a client sends comes in from the query string and the body alike, strictly as UTF-8; what cannot be taken is told with its name, and never
 * replaced, cut or dropped.
 */
class RequestReaderTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final AtomicLong nanos = new AtomicLong();
    private final RequestReader reader = new RequestReader(Limits.usual(), nanos::get);

    @Test
    void valuesAreDecodedAndNamesFoundInAnyCase() throws IOException {
        Parameters read = read(new FakeRequest().query("pos=182.6%2C39.4&Title=a+b%20c&utf=%C3%A9&empty=&bare&&=x"));
        assertThat(read.single("POS")).contains("182.6,39.4");
        assertThat(read.single("title")).contains("a b c");
        assertThat(read.single("UTF")).contains("é");
        assertThat(read.single("EMPTY")).contains("");
        assertThat(read.single("BARE")).contains("");
    }

    @Test
    void aValueMayHoldAnythingThatIsText() throws IOException {
        Parameters read = read(new FakeRequest().query("ID=a=b;c?d/e%26f%2Bg%0A%F0%9F%94%AD"));
        assertThat(read.single("ID")).contains("a=b;c?d/e&f+g\n🔭");
    }

    @Test
    void bytesThatAreNotEncodedAreReadAsUtf8() throws IOException {
        // As a container hands out a query string: a character for each byte.
        assertThat(read(new FakeRequest().query("T=\u00C3\u00A9")).single("T")).contains("é");
    }

    @Test
    void queryAndBodyAreReadTogether() throws IOException {
        Parameters read = read(new FakeRequest().query("ID=a").post(FORM + "; charset=UTF-8", "ID=b&source=gc&ID=c"));
        assertThat(read.all("ID")).containsExactly("a", "b", "c");
        assertThat(read.single("source")).contains("gc");
    }

    @Test
    void aParameterThatIsSentTwiceIsSeenAsSuch() throws IOException {
        Parameters read = read(new FakeRequest().query("POS=1,2&pos=3,4"));
        assertThatThrownBy(() -> read.single("POS")).hasMessageContaining("POS: sent 2 times");
    }

    @ParameterizedTest
    @CsvSource({
        "POS=%C3%28, 'POS': not UTF-8",
        "POS=%FF, 'POS': not UTF-8",
        "POS=%C0%80, 'POS': not UTF-8",
        "POS=%ED%A0%80, 'POS': not UTF-8",
        "POS=1%002, 'POS': holds a NUL",
        "P%00S=1, a parameter's name: holds a NUL",
        "%FF=1, a parameter's name: not UTF-8",
        "POS=%, 'POS': malformed percent-encoding",
        "POS=1%2, 'POS': malformed percent-encoding",
        "POS=%zz, 'POS': malformed percent-encoding",
        "POS=%2&SIZE=1, 'POS': malformed percent-encoding",
        "%4=1, a parameter's name: malformed percent-encoding"
    })
    void whatIsNotTextIsRefusedByName(String sent, String told) {
        assertRefused(new FakeRequest().query(sent), 400, told);
        assertRefused(new FakeRequest().post(FORM, sent), 400, told);
    }

    @Test
    void whatCameBeforeTheMistakeIsKept() {
        Pairs pairs = reader.pairs();
        assertThatThrownBy(() -> reader.read(
                        new FakeRequest().query("RESPONSEFORMAT=html&POS=%FF").build(), pairs))
                .isInstanceOf(FaultException.class);
        assertThat(pairs.parameters().single("RESPONSEFORMAT")).contains("html");
    }

    @Test
    void tooLongAValueIsRefusedByName() {
        assertRefused(
                new FakeRequest().query("ID=" + "x".repeat(201)),
                400,
                "'ID': 201 characters are too many; the limit of this service is 200");
    }

    @Test
    void tooManyValuesAreRefused() {
        assertRefused(
                new FakeRequest().query("ID=a&".repeat(106)),
                400,
                "'ID': 106 values in one request are too many; the limit of this service is 105");
    }

    @Test
    void multipartIsReadLikeAForm() throws IOException {
        Parameters read =
                read(multipart("preamble\r\n--AaB\r\nContent-Disposition: form-data; name=\"ID\"\r\n\r\na+b%20é\r\n"
                        + "--AaB\r\ncontent-disposition: form-data; name=id; filename=\"ids.txt\"\r\n"
                        + "Content-Type: text/plain; charset=UTF-8\r\n\r\nline 1\r\nline 2\r\n--AaB--\r\nepilogue"));
        assertThat(read.all("ID")).containsExactly("a+b%20é", "line 1\r\nline 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--AaB\r\nContent-Disposition: form-data; name=\"ID\"\r\n\r\nnever ends",
                "--AaB\r\nContent-Disposition: form-data"
            })
    void brokenMultipartIsRefused(String body) {
        assertRefused(multipart(body), 400, "the request's body: not well-formed multipart/form-data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no boundary at all", "--AaB", "--AaB--"})
    void multipartWithoutAPartHoldsNothing(String body) throws IOException {
        assertThat(read(multipart(body)).names()).isEmpty();
    }

    @Test
    void aPartWithoutANameIsRefused() {
        assertRefused(
                multipart("--AaB\r\nContent-Type: text/plain\r\n\r\nx\r\n--AaB--\r\n"),
                400,
                "the request's body: a part without a name");
    }

    @Test
    void aPartThatIsNoTextIsRefusedByName() {
        FakeRequest request =
                new FakeRequest().post("multipart/form-data; boundary=AaB", new Latin1(part("ID", "\u00FF")));
        assertRefused(request, 400, "'ID': not UTF-8");
        assertRefused(multipart(part("ID", "a\0b")), 400, "'ID': holds a NUL");
    }

    @Test
    void multipartWithoutABoundaryIsRefused() {
        assertRefused(
                new FakeRequest().post("multipart/form-data", "x"), 400, "Content-Type: multipart/form-data without");
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM + ";charset=ISO-8859-1", FORM + "; CHARSET=\"utf-16\""})
    void otherCharsetsAreRefused(String type) {
        assertRefused(new FakeRequest().post(type, "ID=a"), 400, "Content-Type: the charset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "", "nonsense"})
    void otherMediaTypesAreRefused(String type) {
        assertRefused(new FakeRequest().post(type, "{}"), 415, "Content-Type: '" + type + "' is not read here");
    }

    @Test
    void aBodyThatSaysItIsTooLongIsNotRead() {
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };
        assertRefused(
                new FakeRequest().post(FORM, untouched).contentLength(50_000_000),
                413,
                "the request's body is too long");
    }

    @Test
    void aBodyThatTurnsOutTooLongIsLeft() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertRefused(
                new FakeRequest().post(FORM, endless),
                413,
                "the request's body is too long; the limit of this service is 1000");
        assertRefused(
                new FakeRequest().post("multipart/form-data; boundary=AaB", endless),
                413,
                "the request's body is too long");
    }

    @Test
    void aBodyThatTricklesIsDropped() {
        InputStream trickle = new InputStream() {
            @Override
            public int read() {
                nanos.addAndGet(Duration.ofSeconds(1).toNanos());
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                buffer[offset] = (byte) read();
                return 1;
            }
        };
        assertRefused(new FakeRequest().post(FORM, trickle), 408, "the request's body took too long to arrive");
        assertThat(Duration.ofNanos(nanos.get())).isLessThan(Duration.ofSeconds(30));
    }

    private Parameters read(FakeRequest request) throws IOException {
        Pairs pairs = reader.pairs();
        reader.read(request.build(), pairs);
        return pairs.parameters();
    }

    private void assertRefused(FakeRequest request, int status, String message) {
        assertThatThrownBy(() -> read(request))
                .asInstanceOf(InstanceOfAssertFactories.type(FaultException.class))
                .satisfies(e -> assertThat(e.fault().status()).isEqualTo(status))
                .satisfies(e -> assertThat(e.fault().message()).startsWith(message));
    }

    private static FakeRequest multipart(String body) {
        return new FakeRequest().post("multipart/form-data; boundary=AaB", body);
    }

    private static String part(String name, String value) {
        return "--AaB\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n--AaB--\r\n";
    }

    /** A text as a byte for each character. */
    private static final class Latin1 extends java.io.ByteArrayInputStream {
        Latin1(String text) {
            super(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }
    }
}
