package org.lenticular.catalogue.sqlite;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Enumeration;
import org.sqlite.SQLiteJDBCLoader;

/** The JDBC drivers that this application has brought along. The JVM's list of drivers outlives the application, and would keep it in memory. */
public final class JdbcDrivers {
    private JdbcDrivers() {}

    /**
     * Loads SQLite's with its native library. It would come by itself, but then on a thread of the application: it starts a process ({@code uname}),
     * and the JVM's thread that waits for processes inherits the class loader of the thread that started the first.
     */
    public static void load() {
        Thread thread = Thread.currentThread();
        ClassLoader application = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw new IllegalStateException("SQLite's native library cannot be loaded", e);
        } finally {
            thread.setContextClassLoader(application);
        }
    }

    /** Takes them off the JVM's list. */
    public static void deregisterOurs() throws SQLException {
        ClassLoader ours = JdbcDrivers.class.getClassLoader();
        for (Enumeration<Driver> drivers = DriverManager.getDrivers(); drivers.hasMoreElements(); ) {
            Driver driver = drivers.nextElement();
            if (driver.getClass().getClassLoader() == ours) {
                DriverManager.deregisterDriver(driver);
            }
        }
    }
}
