package org.lenticular.catalogue.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.lenticular.sky.Box;

/** The images of one load, for reading. Thread-safe. */
public final class PackedImages {
    private final MappedFile file;
    private final Layout layout;

    private PackedImages(MappedFile file, Layout layout) {
        this.file = file;
        this.layout = layout;
    }

    /** @throws IOException where it is no such file, or not whole */
    public static PackedImages open(Path path) throws IOException {
        MappedFile file = MappedFile.open(path);
        if (file.length() < Layout.HEAD || file.piece(0).getLong(0) != Layout.MAGIC) {
            throw new IOException(path.getFileName() + " holds no images of this version");
        }
        long images = file.piece(0).getLong(8);
        long length = file.piece(0).getLong(16);
        if (length != file.length() || images < 0 || Layout.of(images).rows() > length) {
            throw new IOException(path.getFileName() + " is not as long as it was written");
        }
        return new PackedImages(file, Layout.of(images));
    }

    /** How many there are; they are numbered from 0, in the order of the sky. */
    public long count() {
        return layout.images();
    }

    /** Which format the image has, as its writer numbered them from 1; 0 for none. */
    public int format(long image) {
        return Leaf.format(leaf(image));
    }

    /** The image's bytes, in the buffer where it is long enough, else in a new one; what is behind them there is of other images. */
    public byte[] read(long image, byte[] buffer) {
        int length = length(image);
        byte[] bytes = length <= buffer.length ? buffer : new byte[length + length / 2];
        file.read(layout.rows() + Leaf.offset(leaf(image)), bytes, length);
        return bytes;
    }

    /** How many bytes the image has. */
    public int length(long image) {
        long from = Leaf.offset(leaf(image));
        long length = Leaf.offset(leaf(image + 1)) - from;
        if (length < 0 || length > PackedWriter.MOST_ROW || from + length > file.length() - layout.rows()) {
            throw new IllegalStateException("the file of images is damaged at image " + image);
        }
        return (int) length;
    }

    /**
     * The beginning of the image's bytes.
     *
     * @param most as many as the buffer holds, at the most
     * @return how many were read
     */
    public int readStart(long image, byte[] buffer, int most) {
        int count = Math.min(most, length(image));
        file.read(layout.rows() + Leaf.offset(leaf(image)), buffer, count);
        return count;
    }

    /** Whether the box of the image's footprint shares a point with this one; no where it has none. */
    public boolean touches(long image, FloatBox box) {
        return box.touches(file, layout.entry(0, image));
    }

    /**
     * The images whose boxes share a point with this one, in order.
     *
     * @param from the first that may be found
     * @param stop asked now and then: ends the search with {@link SearchStopped}
     */
    public BoxSearch search(FloatBox box, long from, BooleanSupplier stop) {
        return new BoxSearch(file, layout, box, from, stop);
    }

    /** The same from the first image on. */
    public BoxSearch search(Box box, BooleanSupplier stop) {
        return search(new FloatBox(box), 0, stop);
    }

    private long leaf(long image) {
        long at = layout.entry(0, image) + Layout.LEAF;
        ByteBuffer piece = file.piece(at);
        return piece.getLong(MappedFile.within(at));
    }
}
