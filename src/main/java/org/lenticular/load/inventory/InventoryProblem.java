package org.lenticular.load.inventory;

import java.nio.file.Path;
import org.lenticular.fault.Quoted;

/**
 * What is wrong with a report.
 *
 * @param where the file, and the line in it where it is at one: {@code /data/manifest.json:2}
 * @param reason follows that in a sentence
 * @param remedy what to do
 */
public record InventoryProblem(String where, String reason, String remedy) {
    public InventoryProblem {
        reason = Quoted.oneLine(reason);
        remedy = Quoted.oneLine(remedy);
    }

    /** @param line from 1 */
    static InventoryProblem at(Path file, long line, String reason, String remedy) {
        return new InventoryProblem(file + ":" + line, reason, remedy);
    }

    static InventoryProblem of(Path file, String reason, String remedy) {
        return new InventoryProblem(file.toString(), reason, remedy);
    }

    /** On one line, for people. */
    @Override
    public String toString() {
        return where + ": " + reason + "; " + remedy;
    }
}
