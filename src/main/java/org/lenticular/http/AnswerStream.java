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
    private static final String ENCODING = "Content-Encoding";

    private final HttpServletResponse out;
    private final boolean head;
    private @Nullable ByteArrayOutputStream held = new ByteArrayOutputStream(USUAL);
    private final boolean compresses;
    private @Nullable Gzip gzip;
    private long sent;
    private boolean clientGone;

    /**
     * @param head whether only the headers are wanted: a body that is too long to be held back then ends in {@link HeadersSuffice}
     * @param compresses whether the body is sent compressed, unless it is tiny
     */
    AnswerStream(HttpServletResponse out, boolean head, boolean compresses) {
        this.out = out;
        this.head = head;
        this.compresses = compresses;
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
            if (compresses) {
                out.setHeader(ENCODING, "gzip");
            }
            if (head) {
                throw new HeadersSuffice();
            }
            if (compresses) {
                gzip = new Gzip(new Sending());
                first.writeTo(gzip);
            } else {
                send(first);
            }
        }
        pass(bytes, offset, length);
    }

    private void pass(byte[] bytes, int offset, int length) throws IOException {
        if (gzip != null) {
            gzip.write(bytes, offset, length);
        } else {
            send(bytes, offset, length);
        }
    }

    /** Sends what is held back, with its length where that is told; the body is whole. */
    void finish(boolean tellLength) throws IOException {
        ByteArrayOutputStream all = held;
        if (all == null) {
            if (gzip != null) {
                gzip.finish();
            }
            return;
        }
        held = null;
        if (compresses && all.size() >= Gzip.WORTH) {
            out.setHeader(ENCODING, "gzip");
            all = compressed(all);
        }
        if (tellLength) {
            out.setContentLength(all.size());
        }
        if (!head) {
            send(all);
        }
    }

    private static ByteArrayOutputStream compressed(ByteArrayOutputStream body) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.size() / 4);
        Gzip gzip = new Gzip(compressed);
        try {
            body.writeTo(gzip);
            gzip.finish();
        } finally {
            gzip.release();
        }
        return compressed;
    }

    /** Frees what it holds; whether the body is whole does not matter, and nothing more is sent. */
    void release() {
        if (gzip != null) {
            gzip.release();
        }
    }

    /** Where compressed bytes go to. */
    private final class Sending extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            send(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            send(bytes, offset, length);
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
