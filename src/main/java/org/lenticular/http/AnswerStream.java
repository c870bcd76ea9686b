package org.lenticular.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a body is written to. Its first 64 kB are held back: an answer that ends within them gets its length, and one that breaks off within them
 * is replaced by a clean fault. Not thread-safe.
 */
final class AnswerStream extends OutputStream {
    private static final int HELD_BACK = 64 * 1024;
    private static final int USUAL = 16 * 1024;

    private final HttpServletResponse out;
    private final boolean head;
    private @Nullable ByteArrayOutputStream held = new ByteArrayOutputStream(USUAL);
    private long sent;
    private boolean clientGone;

    /**
     * @param head whether only the headers are wanted: a body that is too long to be held back then ends in {@link HeadersSuffice}
     */
    AnswerStream(HttpServletResponse out, boolean head) {
        this.out = out;
        this.head = head;
    }

    /** From now on holds nothing back: the length of the body has been told. */
    void pass() {
        held = null;
    }

    /** Tells a body's writer that nobody reads on. */
    static final class HeadersSuffice extends IOException {
        private static final long serialVersionUID = 1L;

        HeadersSuffice() {
            super("only the headers are wanted");
        }
    }

    /** Whether something has gone to the client, so that no other answer is possible. */
    boolean committed() {
        return out.isCommitted();
    }

    /** Whether the connection broke: the client's right, and no failure of ours. */
    boolean clientGone() {
        return clientGone;
    }

    /** Counts what the container sends by itself. */
    void handedOver(long length) {
        sent += length;
    }

    /** Bytes of the body that went to the client. */
    long sent() {
        return sent;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteArrayOutputStream first = held;
        if (first != null && first.size() + length <= HELD_BACK) {
            first.write(bytes, offset, length);
            return;
        }
        if (first != null) {
            held = null;
            if (head) {
                throw new HeadersSuffice();
            }
            send(first);
        }
        send(bytes, offset, length);
    }

    /** Sends what is held back, with its length where that is told; the body is whole. */
    void finish(boolean tellLength) throws IOException {
        ByteArrayOutputStream all = held;
        if (all != null) {
            held = null;
            if (tellLength) {
                out.setContentLength(all.size());
            }
            if (!head) {
                send(all);
            }
        }
    }

    /** Without a copy of it. */
    private void send(ByteArrayOutputStream first) throws IOException {
        try {
            first.writeTo(out.getOutputStream());
            sent += first.size();
        } catch (IOException e) {
            clientGone = true;
            throw e;
        }
    }

    private void send(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.getOutputStream().write(bytes, offset, length);
            sent += length;
        } catch (IOException e) {
            clientGone = true;
            throw e;
        }
    }
}
