package org.lenticular.catalogue.facts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that is written in memory, at any place. It grows by zeros that are written out first: a disk that is full shows there, as an exception, and
 * not in the memory that is mapped. Not thread-safe.
 */
final class GrowingFile implements AutoCloseable {
    private static final int PIECE_BITS = 30;
    private static final long PIECE = 1L << PIECE_BITS;
    private static final int ZEROS = 1 << 20;

    private final FileChannel channel;
    private final List<MappedByteBuffer> pieces = new ArrayList<>();
    private long length;

    GrowingFile(Path file) throws IOException {
        channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    long length() {
        return length;
    }

    /** Makes room at its end, of a multiple of eight bytes, all zero; where that begins. */
    long grow(long bytes) throws IOException {
        long start = length;
        ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(ZEROS, bytes));
        for (long end = start + bytes; length < end; ) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), end - length));
            while (zeros.hasRemaining()) {
                length += channel.write(zeros, length);
            }
        }
        int whole = (int) (start >>> PIECE_BITS);
        pieces.subList(Math.min(whole, pieces.size()), pieces.size()).clear();
        for (long from = whole * PIECE; from < length; from += PIECE) {
            MappedByteBuffer piece = channel.map(MapMode.READ_WRITE, from, Math.min(PIECE, length - from));
            piece.order(ByteOrder.LITTLE_ENDIAN);
            pieces.add(piece);
        }
        return start;
    }

    private ByteBuffer piece(long at) {
        return pieces.get((int) (at >>> PIECE_BITS));
    }

    private static int within(long at) {
        return (int) (at & (PIECE - 1));
    }

    void putLong(long at, long value) {
        piece(at).putLong(within(at), value);
    }

    void putDouble(long at, double value) {
        piece(at).putDouble(within(at), value);
    }

    void putInt(long at, int value) {
        piece(at).putInt(within(at), value);
    }

    long getLong(long at) {
        return piece(at).getLong(within(at));
    }

    double getDouble(long at) {
        return piece(at).getDouble(within(at));
    }

    int getInt(long at) {
        return piece(at).getInt(within(at));
    }

    /** Sees to it that a machine that loses power keeps it. */
    void force() throws IOException {
        pieces.forEach(MappedByteBuffer::force);
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
