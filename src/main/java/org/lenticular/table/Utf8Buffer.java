package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Gathers bytes for a stream. What is added stays here until {@link #drain}, so that a piece can be taken back while it is unfinished. */
final class Utf8Buffer {
    private static final int DRAIN_AT = 8 * 1024;

    private byte[] bytes = new byte[DRAIN_AT + 4 * 1024];
    private int size;

    int size() {
        return size;
    }

    /** Takes back all that was added since the buffer had this size. */
    void truncate(int to) {
        size = to;
    }

    void add(byte[] more) {
        add(more, 0, more.length);
    }

    void add(byte[] more, int offset, int length) {
        ensure(length);
        System.arraycopy(more, offset, bytes, size, length);
        size += length;
    }

    /** Adds a piece and what follows it, in one go. */
    void add(byte[] more, int offset, int length, byte[] then) {
        ensure(length + then.length);
        System.arraycopy(more, offset, bytes, size, length);
        System.arraycopy(then, 0, bytes, size + length, then.length);
        size += length + then.length;
    }

    /** Adds text as it is. */
    void add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        add(utf8, 0, utf8.length);
    }

    /** Hands on what was gathered, where it is much. */
    void drain(OutputStream out) throws IOException {
        if (size >= DRAIN_AT) {
            drainAll(out);
        }
    }

    void drainAll(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    /** All that was gathered. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** What was gathered, as text. */
    String text() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
