package org.lenticular.load;

import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Finds the file and the row in it by a row's number among the rows of all files. */
final class RowNames {
    private final NavigableMap<Long, Path> files = new TreeMap<>();

    /** @param before how many rows the files before it have */
    void begin(Path file, long before) {
        files.put(before, file);
    }

    /** The file that is being read. */
    Path file() {
        return files.lastEntry().getValue();
    }

    long inFile(long row) {
        return row - files.lowerKey(row);
    }

    String of(long row) {
        Map.Entry<Long, Path> file = files.lowerEntry(row);
        return (files.size() > 1 ? file.getValue().getFileName() + " " : "") + "row " + (row - file.getKey());
    }
}
