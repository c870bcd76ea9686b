package org.lenticular.load;

import java.util.Locale;
import java.util.function.Consumer;

/** A line every few seconds. */
final class LineProgress implements Progress {
    private static final long INTERVAL_NANOS = 5_000_000_000L;

    private final Consumer<String> out;
    private final String what;
    private String collection = "";
    private long total = -1;
    private long started;
    private long told;

    /** @param what is counted, for people */
    LineProgress(Consumer<String> out, String what) {
        this.out = out;
        this.what = what;
    }

    @Override
    public void begin(String name, long rows) {
        collection = name;
        total = rows;
        started = System.nanoTime();
        told = started;
    }

    @Override
    public void expect(long rows) {
        total = rows;
    }

    @Override
    public void rows(long done) {
        // The clock is not asked for every row.
        if ((done & 0xFF) != 0) {
            return;
        }
        long now = System.nanoTime();
        if (now - told < INTERVAL_NANOS) {
            return;
        }
        told = now;
        double seconds = (now - started) / 1e9;
        double rate = done / seconds;
        String left = total > done ? String.format(Locale.ROOT, ", %,.0f s left", (total - done) / rate) : "";
        String of = total > 0 ? String.format(Locale.ROOT, " of %,d", total) : "";
        out.accept(
                String.format(Locale.ROOT, "%s: %,d%s %s, %,.0f a second%s", collection, done, of, what, rate, left));
    }

    @Override
    public void note(String message) {
        out.accept(collection + ": " + message);
    }

    @Override
    public void end(LoadReport report) {
        out.accept(report.toString());
    }
}
