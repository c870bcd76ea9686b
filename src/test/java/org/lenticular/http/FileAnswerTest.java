package org.lenticular.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.location.FoundFile;
import org.lenticular.location.LocalFile;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.FileBody;

/** What of a file goes out, by what the client has already (RFC 9110 §13.2.2) and by what it asks for. TAG stands for the file's own ETag. */
class FileAnswerTest {
    private static final String CONTENT = "0123456789";
    private static final String SUNDAY = "Sun, 06 Nov 1994 08:49:37 GMT";

    @TempDir
    private Path folder = Path.of("");

    private FoundFile file = new FoundFile(folder, 0, Instant.EPOCH, "");

    @BeforeEach
    void write() throws IOException {
        Path path = Files.writeString(folder.resolve("a.txt"), CONTENT);
        Files.setLastModifiedTime(path, FileTime.from(Instant.parse("1994-11-06T08:49:37.5Z")));
        file = new LocalFile(folder, path.toString()).find();
    }

    private Answer answer(FakeRequest request) {
        Answer whole = new Answer(200, "text/x-digits", Map.of("Cache-Control", "no-cache"), new FileBody(file));
        return FileAnswer.of(whole, request.build(), fault -> Answer.text(fault.status(), fault.text()));
    }

    private FakeRequest with(String header, String value) {
        return new FakeRequest().header(header, value.replace("TAG", file.etag()));
    }

    private static String text(Answer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.body().write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void withoutConditionsTheWholeFileGoesOutWithWhatIsKnownOfIt() throws IOException {
        Answer answer = answer(new FakeRequest());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("ETag", file.etag())
                .containsEntry("Last-Modified", SUNDAY)
                .containsEntry("Accept-Ranges", "bytes")
                .containsEntry("Cache-Control", "no-cache");
        assertThat(answer.body().length()).isEqualTo(10);
        assertThat(text(answer)).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Match | TAG | 200",
                "If-Match | * | 200",
                "If-Match | \"x\", TAG | 200",
                "If-Match | \"x\" | 412",
                "If-Match | W/TAG | 412",
                "If-Match | garbage | 412",
                "If-None-Match | TAG | 304",
                "If-None-Match | W/TAG | 304",
                "If-None-Match | \"x\",TAG,\"y\" | 304",
                "If-None-Match | * | 304",
                "If-None-Match | \"x\" | 200",
                "If-None-Match | garbage | 200",
                "If-Modified-Since | Sun, 06 Nov 1994 08:49:37 GMT | 304",
                "If-Modified-Since | Sunday, 06-Nov-94 08:49:37 GMT | 304",
                "If-Modified-Since | Sun Nov  6 08:49:37 1994 | 304",
                "If-Modified-Since | Sun, 06 Nov 1994 08:49:38 GMT | 304",
                "If-Modified-Since | Sun, 06 Nov 1994 08:49:36 GMT | 200",
                "If-Modified-Since | Mon, 06 Nov 1994 08:49:37 GMT | 200",
                "If-Modified-Since | yesterday | 200",
                "If-Unmodified-Since | Sun, 06 Nov 1994 08:49:37 GMT | 200",
                "If-Unmodified-Since | Sun, 06 Nov 1994 08:49:36 GMT | 412",
                "If-Unmodified-Since | yesterday | 200"
            })
    void aConditionDecidesWhetherItGoesOut(String header, String value, int status) {
        assertThat(answer(with(header, value)).status()).isEqualTo(status);
        assertThat(answer(with(header, value).method("HEAD")).status()).isEqualTo(status);
    }

    @Test
    void tagsGoBeforeDates() {
        assertThat(answer(with("If-None-Match", "\"x\"").header("If-Modified-Since", SUNDAY))
                        .status())
                .isEqualTo(200);
        assertThat(answer(with("If-Match", "TAG").header("If-Unmodified-Since", "Sun, 06 Nov 1994 08:49:36 GMT"))
                        .status())
                .isEqualTo(200);
        assertThat(answer(with("If-Match", "\"x\"").header("If-None-Match", file.etag()))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void whoHasItGetsNoBodyAndKeepsItsTag() throws IOException {
        Answer answer = answer(with("If-None-Match", "TAG").header("Range", "bytes=0-0"));
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.headers()).containsEntry("ETag", file.etag()).doesNotContainKey("Content-Range");
        assertThat(text(answer)).isEmpty();
    }

    @Test
    void aRangeIsAPart() throws IOException {
        Answer answer = answer(with("Range", "bytes=2-4"));
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.contentType()).isEqualTo("text/x-digits");
        assertThat(answer.headers())
                .containsEntry("Content-Range", "bytes 2-4/10")
                .containsEntry("ETag", file.etag());
        assertThat(answer.body().length()).isEqualTo(3);
        assertThat(text(answer)).isEqualTo("234");
    }

    @Test
    void severalRangesAreABodyOfSeveralParts() throws IOException {
        Answer answer = answer(with("Range", "bytes=-1,0-1"));
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.headers()).doesNotContainKey("Content-Range");
        String[] type = answer.contentType().split("; boundary=");
        assertThat(type[0]).isEqualTo("multipart/byteranges");
        assertThat(text(answer)).isEqualTo("""

                        --BOUNDARY
                        Content-Type: text/x-digits
                        Content-Range: bytes 9-9/10

                        9
                        --BOUNDARY
                        Content-Type: text/x-digits
                        Content-Range: bytes 0-1/10

                        01
                        --BOUNDARY--
                        """.replace("\n", "\r\n").replace("BOUNDARY", type[1]));
        assertThat(answer.body().length()).isEqualTo(text(answer).length());
    }

    @Test
    void rangesThatTurnOutToBeOneAreOne() throws IOException {
        Answer answer = answer(with("Range", "bytes=0-3,2-5"));
        assertThat(answer.headers()).containsEntry("Content-Range", "bytes 0-5/10");
        assertThat(text(answer)).isEqualTo("012345");
    }

    @ParameterizedTest
    @CsvSource({"bytes=10-, none of those", "bytes=-0, none of those"})
    void bytesThatTheFileHasNotAreToldWithHowManyThereAre(String range, String message) throws IOException {
        Answer answer = answer(with("Range", range));
        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.headers()).containsEntry("Content-Range", "bytes */10");
        assertThat(text(answer))
                .startsWith("UsageFault: Range: the file has 10 bytes")
                .contains(message);
    }

    @Test
    void tooManyRangesAreRefusedInWords() throws IOException {
        Answer answer = answer(with("Range", "bytes=" + "0-0,2-2,".repeat(40)));
        assertThat(answer.status()).isEqualTo(416);
        assertThat(text(answer)).contains("more than 64 ranges");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TAG | 206",
                "Sun, 06 Nov 1994 08:49:37 GMT | 206",
                "W/TAG | 200",
                "\"x\" | 200",
                "* | 200",
                "Sun, 06 Nov 1994 08:49:38 GMT | 200",
                "Sun, 06 Nov 1994 08:49:36 GMT | 200",
                "garbage | 200"
            })
    void aRangeOfWhatWasAnotherFileIsAllOfThisOne(String condition, int status) {
        assertThat(answer(with("Range", "bytes=0-0").header("If-Range", condition.replace("TAG", file.etag())))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void anUnsatisfiableRangeOfAnotherFileIsAllOfThisOne() {
        assertThat(answer(with("Range", "bytes=1000-").header("If-Range", "\"x\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyAGetHasRanges() {
        for (String method : new String[] {"HEAD", "POST"}) {
            Answer answer = answer(with("Range", "bytes=0-0").method(method));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().length()).isEqualTo(10);
        }
    }

    @Test
    void twoHeadersRangeAreNone() {
        assertThat(answer(new FakeRequest().header("Range", "bytes=0-0", "bytes=1-1"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anyOtherAnswerStaysWhatItIs() {
        Answer text = Answer.text(200, "text");
        assertThat(FileAnswer.of(text, with("Range", "bytes=0-0").build(), fault -> text))
                .isSameAs(text);
    }
}
