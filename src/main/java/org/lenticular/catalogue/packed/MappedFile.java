package org.lenticular.catalogue.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file in memory, in pieces, since one mapping holds two gigabytes at the most. Thread-safe; let go of when nobody refers to it any more. */
public final class MappedFile {
    private static final int PIECE_BITS = 30;
    private static final long PIECE = 1L << PIECE_BITS;
    private static final int WITHIN = (int) (PIECE - 1);

    private final ByteBuffer[] pieces;
    private final long length;

    private MappedFile(ByteBuffer[] pieces, long length) {
        this.pieces = pieces;
        this.length = length;
    }

    public static MappedFile open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = channel.size();
            ByteBuffer[] pieces = new ByteBuffer[(int) ((length + PIECE - 1) / PIECE)];
            for (int i = 0; i < pieces.length; i++) {
                long start = i * PIECE;
                pieces[i] = channel.map(MapMode.READ_ONLY, start, Math.min(PIECE, length - start))
                        .order(ByteOrder.LITTLE_ENDIAN);
            }
            return new MappedFile(pieces, length);
        }
    }

    public long length() {
        return length;
    }

    /** @param at a multiple of eight: so no number lies across the end of a piece */
    public long getLong(long at) {
        return piece(at).getLong(within(at));
    }

    /** @param at a multiple of four */
    public int getInt(long at) {
        return piece(at).getInt(within(at));
    }

    public double getDouble(long at) {
        return piece(at).getDouble(within(at));
    }

    /** The piece that holds this place; {@link #within} is where in it. */
    ByteBuffer piece(long at) {
        return pieces[(int) (at >>> PIECE_BITS)];
    }

    static int within(long at) {
        return (int) at & WITHIN;
    }

    /** @throws IndexOutOfBoundsException where the file does not have them all */
    void read(long from, byte[] into, int count) {
        int offset = 0;
        while (offset < count) {
            long at = from + offset;
            int here = (int) Math.min(count - offset, PIECE - within(at));
            piece(at).get(within(at), into, offset, here);
            offset += here;
        }
    }
}
