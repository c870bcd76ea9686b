package org.lenticular.table;

import java.io.OutputStream;

/** Throws everything away, and knows how much that was. */
final class MeasuringStream extends OutputStream {
    private long total;
    private int longest;
    private boolean touched;

    long total() {
        return total;
    }

    /** The most that was written at once. */
    int longest() {
        return longest;
    }

    /** Whether somebody flushed or closed it. */
    boolean wasTouched() {
        return touched;
    }

    @Override
    public void write(int b) {
        write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        total += length;
        longest = Math.max(longest, length);
    }

    @Override
    public void flush() {
        touched = true;
    }

    @Override
    public void close() {
        touched = true;
    }
}
