package org.lenticular.app;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.lenticular.catalogue.sqlite.JdbcDrivers;
import org.lenticular.config.Config;
import org.lenticular.config.ConfigException;
import org.lenticular.http.Servlets;
import org.lenticular.load.Progress;
import org.lenticular.ops.Logging;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the configuration, starts the service with its container and stops it so that nothing is left: a thread, a driver or a handler that outlived it would hold its
 * class loader, and each redeploy would cost the container the memory of another.
 */
public final class LenticularListener implements ServletContextListener {
    /** How long a container is kept waiting for a load: small collections are there when it says that the application is. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(LenticularListener.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        open.add(Logging.inContainer());
        open.add(JdbcDrivers::deregisterOurs);
        open.add(RecordMethods::forgetOurs);
        try {
            start(context);
        } catch (ConfigException e) {
            e.report().lines().forEach(LOG::error);
            notStarted(context, "this service is not configured");
        } catch (IOException | RuntimeException | LinkageError e) {
            // A jar of an operator's that was made for another version fails with an error, not an exception.
            LOG.error("Not started", e);
            notStarted(context, "this service did not start");
        }
    }

    /** Not thrown: a container would leave the address to its own 404, and say nothing to whoever asks for readiness. */
    private static void notStarted(ServletContext context, String message) {
        Servlets.registerUnavailable(context, message);
    }

    private void start(ServletContext context) throws IOException, ConfigException {
        JdbcDrivers.load();
        Config config = config(context);
        Lenticular service = Lenticular.open(config);
        open.add(service);
        service.startup().register(context);
        BackgroundLoad load = BackgroundLoad.start(Lenticular.loader(config, Progress.lines(LOG::info)), config);
        open.add(load);
        load.await(PATIENCE);
    }

    private Config config(ServletContext context) throws IOException, ConfigException {
        Optional<Path> file = ConfiguredFile.find(context);
        if (file.isPresent()) {
            LOG.info("Configuration: {}", file.get());
            return Lenticular.read(file.get());
        }
        BundledExample example = BundledExample.unpack();
        open.add(example);
        LOG.info("No configuration given: serves the bundled examples, from {}", example.configuration());
        return Lenticular.read(example.configuration());
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        for (AutoCloseable part = open.pollLast(); part != null; part = open.pollLast()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("Did not close: {}", part, e);
            }
        }
    }
}
