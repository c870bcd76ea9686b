package org.lenticular.catalogue.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.ProductBytes;

/**
 * Writes a file of products, dataset by dataset, in the order of their identifiers' bytes. It holds one dataset; the tables of names grow in the file
 * itself.
 */
public final class ProductsWriter implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private final ProductLayout layout;
    private final NameTableWriter ids;
    private final NameTableWriter paths;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private ByteBuffer dataset = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long at;
    private long datasets;
    private long products;

    private ProductsWriter(FileChannel channel, ProductLayout layout) throws IOException {
        this.channel = channel;
        this.layout = layout;
        this.ids = NameTableWriter.create(channel, layout.ids());
        this.paths = NameTableWriter.create(channel, layout.paths());
        this.at = layout.start();
        channel.position(at);
    }

    /**
     * @param datasets how many will come
     * @param products how many they will have
     */
    public static ProductsWriter create(Path file, long datasets, long products) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            return new ProductsWriter(channel, new ProductLayout(datasets, products));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Adds the next dataset.
     *
     * @param image the number of the image that it is, in the file of images; -1 for none
     */
    public void add(Dataset next, long image) throws IOException {
        byte[] id = NameTable.bytes(next.id());
        ids.add(NameTable.hash(id), at);
        dataset.clear();
        piece(id);
        dataset.putLong(image);
        for (Product product : next.products()) {
            paths.add(NameTable.hash(NameTable.bytes(product.path())), at + ProductLayout.NUMBER + dataset.position());
            piece(ProductBytes.encode(product));
        }
        datasets++;
        products += next.products().size();
        dataset.flip();
        ByteBuffer length = ByteBuffer.allocate(ProductLayout.NUMBER).order(ByteOrder.LITTLE_ENDIAN);
        write(length.putInt(dataset.remaining()).flip());
        write(dataset);
        if (at >= ProductLayout.MOST_BYTES) {
            throw new IOException("dataset " + datasets + " is more than a file of products can hold");
        }
    }

    /** A number, so many bytes, and what is missing to a multiple of four; with room for an image's number behind. */
    private void piece(byte[] bytes) throws IOException {
        int more = ProductLayout.NUMBER + ProductLayout.aligned(bytes.length) + Long.BYTES;
        if (bytes.length > ProductLayout.MOST_DATASET || dataset.position() + more > ProductLayout.MOST_DATASET) {
            throw new IOException("dataset " + (datasets + 1) + " is more than a file of products can hold");
        }
        if (more > dataset.remaining()) {
            byte[] grown = Arrays.copyOf(dataset.array(), Math.max(dataset.capacity() * 2, dataset.position() + more));
            dataset = ByteBuffer.wrap(grown).order(ByteOrder.LITTLE_ENDIAN).position(dataset.position());
        }
        dataset.putInt(bytes.length).put(bytes);
        for (int i = bytes.length; i < ProductLayout.aligned(bytes.length); i++) {
            dataset.put((byte) 0);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        at += bytes.remaining();
        if (bytes.remaining() > buffer.remaining()) {
            send(buffer.flip());
            buffer.clear();
        }
        if (bytes.remaining() > buffer.capacity()) {
            send(bytes);
        } else {
            buffer.put(bytes);
        }
    }

    private void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Writes what is left, and sees to it that a machine that loses power keeps it. */
    public void finish() throws IOException {
        if (datasets != layout.datasets() || products != layout.products()) {
            throw new IOException("of " + layout.products() + " products in " + layout.datasets() + " datasets, "
                    + products + " in " + datasets + " came");
        }
        send(buffer.flip());
        ids.force();
        paths.force();
        ByteBuffer head = ByteBuffer.allocate(ProductLayout.HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(ProductLayout.MAGIC).putLong(datasets).putLong(products).putLong(at);
        channel.position(0);
        send(head.flip());
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
