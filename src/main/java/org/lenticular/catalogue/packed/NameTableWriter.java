package org.lenticular.catalogue.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/** A table of names while it grows, in the file where it stays: entries come in any order, and may be more than memory holds. */
final class NameTableWriter {
    private static final int ZEROS = 1 << 20;
    private static final int PIECE_BITS = 30;
    private static final long PIECE = 1L << PIECE_BITS;

    private final NameTable.Extent extent;
    private final MappedByteBuffer[] pieces;
    private long free;

    private NameTableWriter(NameTable.Extent extent, MappedByteBuffer[] pieces) {
        this.extent = extent;
        this.pieces = pieces;
        this.free = extent.entries();
    }

    static NameTableWriter create(FileChannel channel, NameTable.Extent extent) throws IOException {
        // Written, and not left out: a disk that is full must say so here, and not where a mapped byte is changed.
        ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(ZEROS, extent.end() - extent.from()));
        channel.position(extent.from());
        for (long at = extent.from(); at < extent.end(); at = channel.position()) {
            channel.write(zeros.clear().limit((int) Math.min(zeros.capacity(), extent.end() - at)));
        }
        long length = extent.end() - extent.from();
        MappedByteBuffer[] pieces = new MappedByteBuffer[(int) ((length + PIECE - 1) / PIECE)];
        for (int i = 0; i < pieces.length; i++) {
            long start = i * PIECE;
            pieces[i] = channel.map(MapMode.READ_WRITE, extent.from() + start, Math.min(PIECE, length - start));
            pieces[i].order(ByteOrder.LITTLE_ENDIAN);
        }
        return new NameTableWriter(extent, pieces);
    }

    void add(long hash, long place) throws IOException {
        if (--free <= 0) {
            throw new IOException("more names came than were announced");
        }
        long at = extent.first(hash);
        while (piece(at).getLong(within(at)) != 0) {
            at = extent.next(at);
        }
        piece(at).putLong(within(at), NameTable.entry(hash, place));
    }

    private MappedByteBuffer piece(long at) {
        return pieces[(int) (at - extent.from() >>> PIECE_BITS)];
    }

    private int within(long at) {
        return (int) (at - extent.from() & PIECE - 1);
    }

    void force() {
        for (MappedByteBuffer piece : pieces) {
            piece.force();
        }
    }
}
