package org.lenticular.table;

import java.util.List;

/** The jars that Parquet is written with: the archive leaves them out, an operator may add them (docs/tomcat.md). */
final class ParquetJars {
    /** A class of each jar. */
    private static final List<String> CLASSES = List.of(
            "org.apache.parquet.hadoop.ParquetWriter",
            "org.apache.parquet.column.ParquetProperties",
            "org.apache.parquet.io.OutputFile",
            "org.apache.parquet.column.values.bitpacking.BytePacker",
            "org.apache.parquet.format.FileMetaData",
            "shaded.parquet.com.fasterxml.jackson.databind.ObjectMapper",
            "org.apache.hadoop.conf.Configuration",
            "org.locationtech.jts.io.ParseException");

    /** Whether all of them are there. What is there does not change while the program runs. */
    static final boolean ARE_THERE = CLASSES.stream().allMatch(ParquetJars::isThere);

    private ParquetJars() {}

    private static boolean isThere(String name) {
        try {
            Class.forName(name, false, ParquetJars.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
