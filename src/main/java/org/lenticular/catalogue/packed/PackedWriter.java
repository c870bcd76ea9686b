package org.lenticular.catalogue.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.lenticular.sky.Box;

/** Writes a file of images, in the order in which they come, which should be that of the sky. It holds one node of each level, and no more. */
public final class PackedWriter implements AutoCloseable {
    /** Bytes that one image may have. */
    static final int MOST_ROW = 1 << 28;

    private final FileChannel channel;
    private final Layout layout;
    private final Piece rows;
    private final Piece[] levels;
    private final OpenNode[] open;
    private long written;
    private long rowBytes;

    private PackedWriter(FileChannel channel, Layout layout) {
        this.channel = channel;
        this.layout = layout;
        this.rows = new Piece(layout.rows());
        this.levels = new Piece[layout.levels()];
        this.open = new OpenNode[layout.levels()];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = new Piece(layout.starts()[level]);
            open[level] = new OpenNode();
        }
    }

    /** @param images how many will come */
    public static PackedWriter create(Path file, long images) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        return new PackedWriter(channel, Layout.of(images));
    }

    /**
     * Adds the next image.
     *
     * @param box around its footprint; empty where it has none: no search finds it then
     * @param format its number, from 1; 0 for none
     */
    public void add(Optional<Box> box, int format, byte[] bytes) throws IOException {
        if (bytes.length > MOST_ROW || rowBytes + bytes.length >= Leaf.MOST_BYTES || format > Leaf.MOST_FORMATS) {
            throw new IOException("image " + (written + 1) + " is more than a file of images can hold");
        }
        OpenNode own = new OpenNode();
        box.ifPresent(own::around);
        entry(0, own, Leaf.of(rowBytes, format));
        rows.write(bytes);
        written++;
        rowBytes += bytes.length;
    }

    /** Writes one entry, and the one above it when that is full. */
    private void entry(int level, OpenNode node, long leaf) throws IOException {
        levels[level].write(node.entry(leaf));
        int above = level + 1;
        if (above < levels.length) {
            open[above].add(node);
            if (open[above].size() == Layout.FAN) {
                close(above);
            }
        }
    }

    private void close(int level) throws IOException {
        OpenNode full = open[level];
        open[level] = new OpenNode();
        entry(level, full, 0);
    }

    /** Writes what is left, and sees to it that a machine that loses power keeps it. */
    public void finish() throws IOException {
        if (written != layout.images()) {
            throw new IOException("of " + layout.images() + " images, " + written + " came");
        }
        for (int level = 1; level < levels.length; level++) {
            if (open[level].size() > 0) {
                close(level);
            }
        }
        levels[0].write(new OpenNode().entry(Leaf.of(rowBytes, 0)));
        Piece head = new Piece(0);
        ByteBuffer bytes = ByteBuffer.allocate(Layout.HEAD).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(Layout.MAGIC).putLong(written).putLong(layout.rows() + rowBytes);
        head.write(bytes.array());
        head.flush();
        for (Piece level : levels) {
            level.flush();
        }
        rows.flush();
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** A part of the file that grows at its own place. */
    private final class Piece {
        private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        private long at;

        Piece(long at) {
            this.at = at;
        }

        void write(byte[] bytes) throws IOException {
            if (bytes.length > buffer.remaining()) {
                flush();
            }
            if (bytes.length > buffer.capacity()) {
                send(ByteBuffer.wrap(bytes));
            } else {
                buffer.put(bytes);
            }
        }

        void flush() throws IOException {
            buffer.flip();
            send(buffer);
            buffer.clear();
        }

        private void send(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        }
    }
}
