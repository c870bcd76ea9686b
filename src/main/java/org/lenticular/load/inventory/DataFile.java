package org.lenticular.load.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One of a report's files.
 *
 * @param path where it is on this machine
 * @param listed as the manifest has it
 */
record DataFile(Path path, Manifest.Listed listed) {
    static final String FETCH = "fetch it again, or take the next report";

    /** What is wrong with its length; empty where nothing is. */
    Optional<InventoryProblem> checkSize() {
        long size = size();
        if (size < 0) {
            return Optional.of(InventoryProblem.of(path, "cannot be read", "let the user of this process read it"));
        }
        return listed.size() < 0 || listed.size() == size
                ? Optional.empty()
                : Optional.of(InventoryProblem.of(
                        path,
                        "has " + size + " bytes where the manifest says " + listed.size() + ", and so is not whole",
                        FETCH));
    }

    /** In bytes; -1 where it cannot be told. */
    long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return -1;
        }
    }
}
