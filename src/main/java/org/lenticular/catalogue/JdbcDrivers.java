package org.lenticular.catalogue;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Enumeration;

/** The JDBC drivers that this application has brought along. The JVM's list of drivers outlives the application, and would keep it in memory. */
public final class JdbcDrivers {
    private JdbcDrivers() {}

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
