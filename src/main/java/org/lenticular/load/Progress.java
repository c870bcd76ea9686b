package org.lenticular.load;

import java.util.function.Consumer;

/** Is told how loading goes on. Not thread-safe. */
public interface Progress {
    /**
     * A collection's load begins, or a part of it that is counted by itself: a list of what a source holds.
     *
     * @param collection its name, and the part's
     * @param rows of its tables; -1 where only reading them tells
     */
    default void begin(String collection, long rows) {}

    /** There may be so many rows, where {@link #begin} could not tell; a better guess may follow. */
    default void expect(long rows) {}

    /** So many of its rows are done, bad ones among them; told for every row. */
    default void rows(long done) {}

    /** Something that people should know: a row that cannot be used. */
    default void note(String message) {}

    /** The collection is served. */
    default void end(LoadReport report) {}

    /** The collection's load has broken off; what was served before still is. */
    default void broken() {}

    /** Tells nobody. */
    static Progress none() {
        return new Progress() {};
    }

    /** For people at a command line: a bar where standard error is a terminal, else a line every few seconds. */
    static Progress onStandardError() {
        return onStandardError("rows");
    }

    /** @param what is counted, for people */
    static Progress onStandardError(String what) {
        return Terminals.isStandardError()
                ? new BarProgress(System.err, what)
                : new LineProgress(System.err::println, what);
    }

    /** A line every few seconds, to anywhere. */
    static Progress lines(Consumer<String> out) {
        return new LineProgress(out, "rows");
    }
}
