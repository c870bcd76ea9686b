package org.lenticular.ops;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the log looks like: to standard output, one line for each event, also where a stack trace belongs to it, since what collects logs reads
 * lines. Found by Logback through {@code ServiceLoader}; reading a file of XML instead would take a good part of a start. Who wants another log
 * names a file with the system property {@code logback.configurationFile}.
 */
public final class LogFormat extends ContextAwareBase implements Configurator {
    /** The system property, or else the environment variable, that has the level of all that is not named below. */
    private static final String LEVEL = "LENTICULAR_LOG_LEVEL";

    private static final Map<String, Level> LEVELS = Map.of(
            // Libraries tell of their daily work at INFO; so does Tomcat of its start.
            "uk.ac.starlink",
            Level.WARN,
            "org.apache",
            Level.WARN,
            // Amazon's, and Java's own client below it, write whole requests at DEBUG, signatures and all.
            "software.amazon",
            Level.WARN,
            "sun.net.www",
            Level.WARN,
            // Our own Tomcat looks for leaks that only a redeploy could make, and cannot where it runs out of this
            // archive.
            "org.apache.catalina.loader",
            Level.ERROR,
            // Where our own Tomcat tells that a servlet threw: ours do so to close a connection, and have logged the
            // reason.
            "org.apache.catalina.core.ContainerBase",
            Level.OFF);

    @Override
    public ExecutionStatus configure(LoggerContext logback) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        logback.getStatusManager().add(new NopStatusListener());
        LogLine line = new LogLine();
        line.setContext(logback);
        line.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(logback);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(line);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(logback);
        console.setEncoder(encoder);
        console.start();
        var root = logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(level(), Level.INFO));
        root.addAppender(console);
        LEVELS.forEach((name, level) -> logback.getLogger(name).setLevel(level));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static @Nullable String level() {
        String property = System.getProperty(LEVEL);
        return property == null ? System.getenv(LEVEL) : property;
    }
}
