package org.lenticular.app;

import java.time.Duration;
import org.lenticular.config.Config;
import org.lenticular.load.LoadException;
import org.lenticular.load.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A load that runs beside the service. A container starts one application after the other: a long load must not keep the next one waiting. */
final class BackgroundLoad implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoad.class);

    private final Thread thread;

    private BackgroundLoad(Thread thread) {
        this.thread = thread;
    }

    static BackgroundLoad start(Loader loader, Config config) {
        Thread thread = new Thread(() -> load(loader, config), "lenticular-load");
        thread.setDaemon(true);
        thread.start();
        return new BackgroundLoad(thread);
    }

    private static void load(Loader loader, Config config) {
        try {
            loader.loadMissing(config);
        } catch (LoadException e) {
            LOG.error("Not loaded: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Not loaded", e);
        }
    }

    /** Waits until the load is done, but no longer than this. */
    void await(Duration longest) {
        try {
            thread.join(longest.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Breaks the load off. Its thread must be gone before the application is: it would keep the class loader alive. */
    @Override
    public void close() {
        thread.interrupt();
        await(Duration.ofSeconds(20));
    }
}
