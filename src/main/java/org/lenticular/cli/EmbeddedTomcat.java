package org.lenticular.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.ProtocolHandler;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.modeler.Registry;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.lenticular.http.Startup;

/** A Tomcat of our own, with one application in it: no scanning, no JSP, no web.xml. */
final class EmbeddedTomcat implements AutoCloseable {
    private static final int THREADS = 200;
    private static final int KEPT_THREADS = 10;

    /** What pyvo, curl and TOPCAT send as it is, though RFC 3986 wants it encoded. */
    private static final String RELAXED = "\"<>[\\]^`{|}";

    private final Tomcat tomcat;
    private final Path folder;
    private final ThreadPoolExecutor threads;

    private EmbeddedTomcat(Tomcat tomcat, Path folder, ThreadPoolExecutor threads) {
        this.tomcat = tomcat;
        this.folder = folder;
        this.threads = threads;
    }

    /** Loads what a start needs, and starts nothing. */
    static void loadClasses() {
        Registry.disableRegistry();
        new Tomcat();
        new StandardContext();
        new Connector("org.apache.coyote.http11.Http11NioProtocol");
    }

    /**
     * Starts, and listens.
     *
     * @param port 0 for any that is free
     * @param startup registers the servlets
     */
    static EmbeddedTomcat start(String host, int port, Startup startup) throws IOException, LifecycleException {
        // Nobody manages this Tomcat by JMX, and to describe its parts costs a good part of a start.
        Registry.disableRegistry();
        Path folder = Files.createTempDirectory("lenticular-tomcat-");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        TaskQueue queue = new TaskQueue();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                KEPT_THREADS,
                THREADS,
                60,
                TimeUnit.SECONDS,
                queue,
                new TaskThreadFactory("lenticular-", true, Thread.NORM_PRIORITY));
        queue.setParent(threads);
        EmbeddedTomcat embedded = new EmbeddedTomcat(tomcat, folder, threads);
        try {
            embedded.start(embedded.connector(host, port), startup);
            return embedded;
        } catch (LifecycleException | RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    private void start(Connector connector, Startup startup) throws LifecycleException {
        tomcat.setConnector(connector);
        ((StandardHost) tomcat.getHost()).setErrorReportValveClass(PlainErrorValve.class.getName());
        StandardContext context = (StandardContext) tomcat.addContext("", folder.toString());
        context.addServletContainerInitializer(startup, null);
        // One application in one process: there is no redeploy that could leak.
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
        ErrorPage errors = new ErrorPage();
        errors.setLocation("/error");
        context.addErrorPage(errors);
        tomcat.start();
        if (!context.getState().isAvailable()) {
            throw new LifecycleException("the application did not start");
        }
    }

    private Connector connector(String host, int port) {
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setThrowOnFailure(true);
        connector.setPort(port);
        // Otherwise the server socket stays open while requests come to their end, and the kernel goes on taking
        // connections.
        connector.setProperty("bindOnInit", "false");
        // A client that asks before it sends a body is told to go on when the body is read, and not before it is
        // refused.
        connector.setProperty("continueResponseTiming", "onRead");
        connector.setProperty("address", host);
        connector.setURIEncoding("UTF-8");
        connector.setProperty("relaxedQueryChars", RELAXED);
        connector.setProperty("relaxedPathChars", RELAXED);
        connector.setEncodedSolidusHandling("passthrough");
        // Bodies are limited where they are read. What is left of one after the answer is not waited for.
        connector.setMaxPostSize(-1);
        connector.setProperty("maxSwallowSize", "65536");
        connector.setProperty("maxHttpHeaderSize", "65536");
        connector.setProperty("connectionTimeout", "10000");
        connector.setProperty("maxKeepAliveRequests", "1000");
        connector.getProtocolHandler().setExecutor(threads);
        return connector;
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** Takes no further connection, and waits for the requests that run: true where all came to their end in time. */
    boolean drain(long seconds) throws InterruptedException {
        tomcat.getConnector().pause();
        ProtocolHandler handler = tomcat.getConnector().getProtocolHandler();
        handler.closeServerSocketGraceful();
        // Idle connections hold no thread: only requests that run are waited for.
        threads.shutdown();
        return threads.awaitTermination(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException, LifecycleException {
        try {
            tomcat.stop();
            tomcat.destroy();
        } finally {
            threads.shutdownNow();
            // Tomcat leaves its folder in these, and the next one in this process would make it anew.
            System.clearProperty("catalina.home");
            System.clearProperty("catalina.base");
            delete();
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
