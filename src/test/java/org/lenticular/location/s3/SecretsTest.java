package org.lenticular.location.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.location.Address;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PlaceException;
import org.slf4j.LoggerFactory;

/** Secrets and signatures stand in no text that anybody but the client gets: no log, whatever its level, no reason, no exception, no toString. */
class SecretsTest {
    private static final Pattern SIGNATURE = Pattern.compile("(?:X-Amz-Signature|Signature)=([0-9a-f]{64})");

    private final List<String> written = new ArrayList<>();

    @Test
    void nothingThatIsWrittenHoldsOne(@TempDir Path folder) throws Exception {
        String file = Files.writeString(folder.resolve("keys"), Bucket.ACCESS_KEY + "\n" + Bucket.SECRET + "\n")
                .toString();
        List<String> secrets = new ArrayList<>(List.of(Bucket.SECRET));
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level level = root.getLevel();
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        events.start();
        root.addAppender(events);
        root.setLevel(Level.TRACE);
        // It repeats what it was sent, as some do.
        try (FaultyServer server = FaultyServer.doing((client, request) -> FaultyServer.write(
                client,
                FaultyServer.error(403, "SignatureDoesNotMatch", "x-amz-request-id: " + signature(request))
                        .replace("No.", signature(request))
                        .replaceFirst("Content-Length: [0-9]+", "X-None: 0")))) {
            Map<String, String> settings = new HashMap<>(server.settings());
            settings.putAll(Map.of("access", "restricted", "key_file", file));
            LocationResolver.Kind kind = new S3Place.Kind();
            try (LocationResolver place = kind.open(settings)) {
                place.warmUp();
                Address address = place.web(place.locate("a b")).orElseThrow();
                secrets.add(signature(address.text()));
                written.add(address.toString());
                written.add(place.toString());
                written.add(kind.toString());
                written.add(place.probe(place.locate("a b")).toString());
                PlaceException e = catchThrowableOfType(PlaceException.class, () -> place.list(place.locate("dir/")));
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                written.add(trace.toString());
            }
            server.requests().forEach(request -> secrets.add(signature(request)));
        } finally {
            root.setLevel(level);
            root.detachAppender(events);
        }
        events.list.forEach(event -> written.add(event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()))));
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(5).doesNotContain("");
        assertThat(written).hasSizeGreaterThanOrEqualTo(5);
        assertThat(written)
                .allSatisfy(text -> secrets.forEach(secret -> assertThat(text).doesNotContain(secret)));
    }

    private static String signature(String text) {
        Matcher signature = SIGNATURE.matcher(text);
        return signature.find() ? signature.group(1) : "";
    }
}
