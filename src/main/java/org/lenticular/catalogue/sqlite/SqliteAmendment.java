package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lenticular.catalogue.HeldWriter;
import org.lenticular.catalogue.Learned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a copy of the file that is served, with what was learned of copies in it. */
final class SqliteAmendment implements HeldWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteAmendment.class);

    private final Folder folder;
    private final LoadLock lock;
    private final Path served;
    private final PartialFile file;
    private final LearnedProducts products;
    private final LearnedImages ofImages;
    private boolean published;

    private SqliteAmendment(Folder folder, LoadLock lock, Path served, PartialFile file)
            throws SQLException, IOException {
        this.folder = folder;
        this.lock = lock;
        this.served = served;
        this.file = file;
        this.products = new LearnedProducts(file.connection(), Folder.productsOf(served));
        this.ofImages = new LearnedImages(file.connection());
    }

    static SqliteAmendment open(Folder folder, String version, Instant now) throws IOException {
        LoadLock lock = LoadLock.of(folder)
                .orElseThrow(() -> new IOException(
                        "a load of " + folder.path().getFileName() + " is running; wait for it, or end it"));
        try {
            Path served = served(folder, version);
            folder.tidy();
            PartialFile file = PartialFile.copy(folder, now, served);
            try {
                return new SqliteAmendment(folder, lock, served, file);
            } catch (SQLException | IOException e) {
                file.discard();
                throw e;
            }
        } catch (SQLException e) {
            lock.close();
            throw new IOException("the catalogue cannot be written in " + folder.path() + ": " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Under the lock: nobody publishes another from now on. */
    private static Path served(Folder folder, String version) throws IOException {
        Optional<Path> current = folder.current();
        return current.filter(file -> Folder.version(file).equals(version))
                .orElseThrow(() -> new IOException(folder.path().getFileName()
                        + " was loaded anew since its copies were asked for (then it was " + version + ", now it is "
                        + current.map(Folder::version).orElse("nothing") + "); audit it again"));
    }

    @Override
    public void learn(String dataset, String path, String semantics, List<Learned> copies) throws IOException {
        try {
            if (products.add(dataset, path, semantics, copies)) {
                ofImages.add(dataset, path, copies);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void publish(Set<String> holders) throws IOException {
        Path whole;
        try {
            ofImages.write(Folder.imagesOf(served), file.images());
            products.write(file.products());
            // What is learned of copies constrains no image.
            Files.copy(Folder.factsOf(served), file.facts(), StandardCopyOption.REPLACE_EXISTING);
            try (PreparedStatement about =
                    file.connection().prepareStatement("UPDATE about SET value = ? WHERE name = ?")) {
                about.setString(1, TextsJson.write(new TreeSet<>(holders)));
                about.setString(2, About.HOLDERS);
                about.executeUpdate();
            }
            products.close();
            ofImages.close();
            whole = file.finish();
        } catch (SQLException e) {
            throw failure(e);
        }
        folder.serve(whole);
        published = true;
    }

    private IOException failure(SQLException e) {
        return folder.unwritten(e, "writing was interrupted");
    }

    @Override
    public void close() {
        try (lock) {
            if (!published) {
                file.discard();
            }
        } catch (IOException | SQLException e) {
            // What stays behind here, the next load removes.
            LOG.warn("an amendment did not close: {}", e.getMessage());
        }
    }
}
