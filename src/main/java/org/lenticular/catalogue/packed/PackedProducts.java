package org.lenticular.catalogue.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.ProductReader;
import org.lenticular.table.EncodedRow;

/** The datasets of one load, with their products, for reading. Thread-safe. */
public final class PackedProducts {
    private final MappedFile file;
    private final ProductLayout layout;

    private PackedProducts(MappedFile file, ProductLayout layout) {
        this.file = file;
        this.layout = layout;
    }

    /** @throws IOException where it is no such file, or not whole */
    public static PackedProducts open(Path path) throws IOException {
        MappedFile file = MappedFile.open(path);
        if (file.length() < ProductLayout.HEAD || file.piece(0).getLong(0) != ProductLayout.MAGIC) {
            throw new IOException(path.getFileName() + " holds no products of this version");
        }
        ProductLayout layout =
                new ProductLayout(file.piece(0).getLong(8), file.piece(0).getLong(16));
        boolean possible = layout.datasets() >= 0
                && layout.products() >= 0
                && layout.datasets() + layout.products() <= file.length();
        if (file.piece(0).getLong(24) != file.length() || !possible || layout.start() > file.length()) {
            throw new IOException(path.getFileName() + " is not as long as it was written");
        }
        return new PackedProducts(file, layout);
    }

    /** How many datasets there are. */
    public long datasets() {
        return layout.datasets();
    }

    /** How many products there are. */
    public long products() {
        return layout.products();
    }

    /** Walks through datasets, for one thread. */
    public DatasetCursor cursor() {
        return new DatasetCursor(this);
    }

    /** The product of this path; of several, that of the first dataset, and its first. */
    public Optional<Product> product(String path) {
        byte[] name = NameTable.bytes(path);
        byte[] cell = EncodedRow.encode(List.of(path));
        long place = find(layout.paths(), NameTable.hash(name), at -> {
            int length = length(at);
            return length >= cell.length && matches(at + ProductLayout.NUMBER, cell);
        });
        if (place == 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length(place)];
        file.read(place + ProductLayout.NUMBER, bytes, bytes.length);
        return Optional.of(new ProductReader().read(bytes, 0, bytes.length));
    }

    /** Where the dataset of this identifier begins; 0 for none. */
    long dataset(byte[] id) {
        return find(layout.ids(), NameTable.hash(id), at -> isOf(at, id));
    }

    private boolean isOf(long dataset, byte[] id) {
        long at = dataset + ProductLayout.NUMBER;
        return number(at) == id.length && matches(at + ProductLayout.NUMBER, id);
    }

    /** Where the datasets begin. */
    long start() {
        return layout.start();
    }

    /** Where they end. */
    long end() {
        return file.length();
    }

    /** The length of what follows this place. */
    int length(long at) {
        int length = number(at);
        if (length < 0 || at + ProductLayout.NUMBER + length > end()) {
            throw new IllegalStateException("the file of products is damaged at " + at);
        }
        return length;
    }

    /** Reads so many bytes from this place on. */
    void read(long from, byte[] into, int count) {
        file.read(from, into, count);
    }

    /** What a place in the file must be, to be the one that is looked for. */
    private interface Wanted {
        boolean test(long place);
    }

    private long find(NameTable.Extent table, long hash, Wanted wanted) {
        long at = table.first(hash);
        for (long i = 0; i < table.entries(); i++) {
            long entry = file.piece(at).getLong(MappedFile.within(at));
            long place = NameTable.place(entry);
            if (entry == 0) {
                return 0;
            }
            if (NameTable.mayBe(entry, hash) && wanted.test(place)) {
                return place;
            }
            at = table.next(at);
        }
        return 0;
    }

    private int number(long at) {
        return file.piece(at).getInt(MappedFile.within(at));
    }

    private boolean matches(long at, byte[] bytes) {
        ByteBuffer piece = file.piece(at);
        int from = MappedFile.within(at);
        if (from + bytes.length <= piece.limit()) {
            return piece.slice(from, bytes.length).equals(ByteBuffer.wrap(bytes));
        }
        byte[] found = new byte[bytes.length];
        file.read(at, found, found.length);
        return Arrays.equals(found, bytes);
    }
}
