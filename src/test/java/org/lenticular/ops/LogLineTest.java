package org.lenticular.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogLineTest {
    private final LogLine layout = new LogLine();

    @Test
    void anEventIsALineWithTimeInUtcLevelNameAndMessage() {
        assertThat(line("lenticular.request", Level.INFO, "GET / 200", null))
                .isEqualTo("2026-11-24T09:00:00.001Z INFO  lenticular.request GET / 200\n");
    }

    @Test
    void aLongNameOfAClassIsShortenedFromTheLeft() {
        assertThat(line("org.lenticular.app.deep.inside.ServedCollections", Level.ERROR, "x", null))
                .isEqualTo("2026-11-24T09:00:00.001Z ERROR o.l.a.d.i.ServedCollections x\n");
    }

    @Test
    void whatAMessageHasInSeveralLinesCannotPassForAnotherEvent() {
        assertThat(line("a", Level.WARN, "one\r\n2026-11-24T09:00:00.001Z INFO  a two\n", null))
                .isEqualTo("2026-11-24T09:00:00.001Z WARN  a one 2026-11-24T09:00:00.001Z INFO  a two \n");
    }

    @Test
    void aStackTraceStandsInTheSameLineWithItsCause() {
        IllegalStateException failure = new IllegalStateException("out\nside", new RuntimeException("inside"));
        String line = line("a", Level.ERROR, "Failed", failure);
        assertThat(line)
                .startsWith("2026-11-24T09:00:00.001Z ERROR a Failed java.lang.IllegalStateException: out | side | at ")
                .contains(" | Caused by: java.lang.RuntimeException: inside | ")
                .endsWith("\n");
        assertThat(line.strip()).doesNotContain("\n").doesNotContain("\t");
    }

    private String line(String name, Level level, String message, @Nullable Throwable failure) {
        LoggerContext context = new LoggerContext();
        LoggingEvent event =
                new LoggingEvent("org.lenticular", context.getLogger(name), level, message, failure, new Object[0]);
        event.setInstant(Instant.parse("2026-11-24T09:00:00.001Z"));
        return layout.doLayout(event);
    }
}
