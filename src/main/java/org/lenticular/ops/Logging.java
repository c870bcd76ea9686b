package org.lenticular.ops;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The log: all of it through Logback to standard output, also what libraries tell {@code java.util.logging}. */
public final class Logging implements AutoCloseable {
    private Logging() {}

    /** Inside a container, whose own log stays as it is. Call it with the application's class loader as the thread's, and close it so too. */
    public static Logging inContainer() {
        SLF4JBridgeHandler.install();
        return new Logging();
    }

    /** In a process of our own: nothing else writes a log. */
    public static Logging alone() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        return new Logging();
    }

    /** In a process that tells its results on standard output: its log, where it has something to say, goes to standard error. */
    public static void besideResults() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                    .iteratorForAppenders()
                    .forEachRemaining(appender -> {
                        if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
                            console.stop();
                            console.setTarget("System.err");
                            console.start();
                        }
                    });
        }
    }

    /** Lets go of what would keep the application's class loader alive: the JVM's root logger knows the bridge. */
    @Override
    public void close() {
        SLF4JBridgeHandler.uninstall();
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext logback) {
            logback.stop();
        }
    }
}
