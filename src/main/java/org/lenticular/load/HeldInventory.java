package org.lenticular.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.load.inventory.Inventory;
import org.lenticular.load.inventory.InventoryException;
import org.lenticular.load.inventory.InventoryProblem;

/** A report of S3 Inventory as a source's list of what it holds. */
record HeldInventory(Path manifest, Inventory inventory, PlaceNames names) implements HeldSource {
    /** So often it is told how many lines there may be. */
    private static final int LINES_BETWEEN_ESTIMATES = 1 << 14;

    /** Null where it cannot be used; why is told. */
    static @Nullable HeldInventory open(Path manifest, PlaceNames names, String key, Problems problems) {
        List<InventoryProblem> found = new ArrayList<>();
        String bucket = names.bucket() == null ? "" : names.bucket();
        Inventory inventory = Inventory.open(manifest, bucket, found);
        // Where it is would not fit into a value, which is cut.
        found.forEach(each -> problems.add(key, "", each.where() + " " + each.reason(), each.remedy()));
        return inventory == null ? null : new HeldInventory(manifest, inventory, names);
    }

    @Override
    public String name() {
        return String.valueOf(manifest.getFileName());
    }

    @Override
    public long lines() {
        return -1;
    }

    @Override
    public long read(Sink sink, double badRows, Progress progress) throws IOException, InventoryException {
        inventory.read(new Inventory.Sink() {
            @Override
            public void object(String key, @Nullable Long size, @Nullable String etag) throws IOException {
                Optional<String> name = names.ofKey(key);
                // Objects of that name stand for folders that are else empty.
                if (name.isPresent() && !key.endsWith("/")) {
                    sink.held(name.get(), new Held(true, null, size, etag));
                }
            }

            @Override
            public void read(long lines, double share) {
                progress.rows(lines);
                if (lines % LINES_BETWEEN_ESTIMATES == 0) {
                    progress.expect((long) (lines / Math.max(share, 1e-9)));
                }
            }
        });
        return 0;
    }
}
