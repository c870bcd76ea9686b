package org.lenticular.catalogue.packed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.ProductReader;

/** Stands on one dataset of a file after the other: those that are asked for, or all in their order. Not thread-safe. */
public final class DatasetCursor {
    private static final int USUAL = 1024;
    private static final long NO_IMAGE = -1;

    private final PackedProducts file;
    private final ProductReader reader = new ProductReader();
    private byte[] bytes = new byte[USUAL];
    private ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private int length;
    private long next;
    private long image = NO_IMAGE;

    DatasetCursor(PackedProducts file) {
        this.file = file;
        this.next = file.start();
    }

    /** The dataset of this identifier; without products where there is none. */
    public Dataset find(String id) {
        long at = file.dataset(NameTable.bytes(id));
        if (at == 0) {
            image = NO_IMAGE;
            return new Dataset(id, List.of());
        }
        read(at);
        return dataset(id);
    }

    /** Goes to before this dataset, or, where there is none of this identifier, the first behind it. */
    public void before(String id) {
        byte[] wanted = NameTable.bytes(id);
        long at = file.dataset(wanted);
        if (at == 0) {
            at = file.start();
            for (; at < file.end(); at = next) {
                read(at);
                if (!isBefore(wanted)) {
                    break;
                }
            }
        }
        next = at;
    }

    private boolean isBefore(byte[] wanted) {
        int from = ProductLayout.NUMBER;
        return Arrays.compareUnsigned(bytes, from, from + numbers.getInt(0), wanted, 0, wanted.length) < 0;
    }

    /** Whether there is one behind that which it stands on. */
    public boolean hasNext() {
        return next < file.end();
    }

    /** The dataset behind that which it stands on. */
    public Dataset next() {
        read(next);
        return dataset(new String(bytes, ProductLayout.NUMBER, numbers.getInt(0), StandardCharsets.UTF_8));
    }

    /** The number of the image that the dataset is, in the file of images; negative for none. */
    public long image() {
        return image;
    }

    private void read(long at) {
        length = file.length(at);
        if (length > bytes.length) {
            bytes = new byte[length + length / 2];
            numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        file.read(at + ProductLayout.NUMBER, bytes, length);
        next = at + ProductLayout.NUMBER + length;
    }

    private Dataset dataset(String id) {
        int at = ProductLayout.NUMBER + ProductLayout.aligned(numbers.getInt(0));
        image = numbers.getLong(at);
        at += Long.BYTES;
        List<Product> products = new ArrayList<>(1);
        while (at < length) {
            int from = at + ProductLayout.NUMBER;
            int size = numbers.getInt(at);
            products.add(reader.read(bytes, from, from + size));
            at = from + ProductLayout.aligned(size);
            if (size < 0) {
                throw new IllegalStateException("the file of products is damaged in the dataset " + id);
            }
        }
        return new Dataset(id, products);
    }
}
