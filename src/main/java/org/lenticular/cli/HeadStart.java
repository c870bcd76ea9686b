package org.lenticular.cli;

import org.lenticular.catalogue.sqlite.JdbcDrivers;
import org.slf4j.LoggerFactory;

/**
 * Makes ready, beside the reading of the command line and the configuration, what serving needs after them: the log, SQLite's native library,
 * Tomcat's classes. A start is mostly the loading of classes, and a second processor would be idle meanwhile. Nothing depends on it: what it has
 * not done, or cannot do, is done where it is needed, and fails there.
 */
final class HeadStart implements Runnable {
    private HeadStart() {}

    static void begin() {
        Thread thread = new Thread(new HeadStart(), "lenticular-head-start");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            LoggerFactory.getLogger(HeadStart.class);
            EmbeddedTomcat.loadClasses();
            JdbcDrivers.load();
        } catch (RuntimeException | LinkageError e) {
            System.getLogger(HeadStart.class.getName()).log(System.Logger.Level.DEBUG, "No head start", e);
        }
    }
}
