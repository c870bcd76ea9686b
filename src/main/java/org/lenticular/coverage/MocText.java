package org.lenticular.coverage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A map as text: {@code 1/1-3 5 2/4 8/} (MOC 2.0 §3.4.2, ASCII). */
public final class MocText {
    private MocText() {}

    /** Writes the whole text, without a line's end; the stream is neither flushed nor closed. */
    public static void write(Moc map, OutputStream out) throws IOException {
        try {
            append(map, text -> {
                try {
                    out.write(text.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The whole text. */
    public static String of(Moc map) {
        StringBuilder text = new StringBuilder();
        append(map, text::append);
        return text.toString();
    }

    private interface Sink {
        void append(String text);
    }

    private static void append(Moc map, Sink out) {
        String before = "";
        boolean finest = false;
        for (int order = 0; order <= map.order(); order++) {
            Runs runs = new Runs(before + order + "/", out);
            map.forEach(order, runs::take);
            runs.end();
            before = runs.wrote ? " " : before;
            finest = runs.wrote;
        }
        if (!finest) {
            // That there are no cells of the finest order says how fine the map is all the same.
            out.append(before + map.order() + "/");
        }
    }

    /** Cells of one order, those that follow one another as one run. */
    private static final class Runs {
        private final String head;
        private final Sink out;
        private long first = -1;
        private long last = -2;
        private boolean wrote;

        Runs(String head, Sink out) {
            this.head = head;
            this.out = out;
        }

        void take(long cell) {
            if (cell == last + 1) {
                last = cell;
                return;
            }
            end();
            first = cell;
            last = cell;
        }

        void end() {
            if (first >= 0) {
                out.append((wrote ? " " : head) + first + (last > first ? "-" + last : ""));
                wrote = true;
            }
        }
    }
}
