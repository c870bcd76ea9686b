package org.lenticular.audit;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.Datasets;
import org.lenticular.catalogue.HeldWriter;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.Learned;
import org.lenticular.load.Progress;
import org.lenticular.location.Place;

/**
 * The audit of one load of one collection: every place is asked for every copy that the catalogue says it holds. It holds a few products in memory
 * at a time, however many there are. Not thread-safe.
 */
public final class Audit implements Closeable {
    /** Products that wait for their turn, for each copy that is asked for at a time: one slow place must not stop the others at once. */
    private static final int AHEAD = 8;

    private final Catalogue catalogue;
    private final String collection;
    private final List<Place> places;
    private final ImageTable table;
    private final AuditFile file;

    private Audit(Catalogue catalogue, String collection, List<Place> places, ImageTable table, AuditFile file) {
        this.catalogue = catalogue;
        this.collection = collection;
        this.places = places;
        this.table = table;
        this.file = file;
    }

    /**
     * Opens what is known of it already, or begins anew: where that is wanted, or the collection was loaded since, or its places have changed.
     *
     * @param places of the collection
     * @param folder where it is kept what the audit learns
     * @throws org.lenticular.fault.FaultException {@code TransientFault} where the collection is not loaded
     */
    public static Audit open(Catalogue catalogue, String collection, List<Place> places, Path folder, boolean again)
            throws IOException {
        ImageTable table = catalogue.table(collection);
        Files.createDirectories(folder);
        AuditFile file = AuditFile.open(folder.resolve("audit"), subject(table.version(), places), again);
        return new Audit(catalogue, collection, places, table, file);
    }

    /** What it is of: the load, and the places with where they lead to. */
    private static String subject(String version, List<Place> places) {
        StringBuilder subject = new StringBuilder("{\"audit\":1,\"load\":");
        text(subject, version).append(",\"places\":{");
        String separator = "";
        for (Place place : places) {
            String leads = place.resolver()
                    .map(resolver -> resolver.locate("…").text())
                    .orElse("");
            text(text(subject.append(separator), place.source().name()).append(':'), leads);
            separator = ",";
        }
        return subject.append("}}").toString();
    }

    private static StringBuilder text(StringBuilder json, String text) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        return json.append('"');
    }

    public String collection() {
        return collection;
    }

    /** The load that it is of. */
    public String version() {
        return table.version();
    }

    /** Whether every copy was asked for. */
    public boolean isComplete() {
        return file.isComplete();
    }

    /** How many products have been asked for. */
    public long products() {
        return file.products();
    }

    List<Place> places() {
        return places;
    }

    AuditFile.Reader read() throws IOException {
        return file.read();
    }

    /**
     * Asks for all that was not asked for yet.
     *
     * @param atATime copies that are asked for at a time
     * @throws InterruptedException where the thread is interrupted; what was learned is kept, and the next run goes on from there
     */
    public void run(int atATime, Progress progress) throws IOException, InterruptedException {
        if (isComplete()) {
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(atATime);
        try (Datasets datasets = catalogue.allDatasets(collection, file.dataset())) {
            requireSameLoad();
            progress.begin(collection, catalogue.products(collection) - file.products());
            new Run(pool, atATime, progress).all(datasets);
            file.end();
        } finally {
            progress.broken();
            pool.shutdownNow();
        }
    }

    /**
     * Writes what was learned into the catalogue, in one step: missing copies become none, and lengths and ETags that were not known are kept. A copy
     * of another size stays as it is, since nobody knows which of the two is right. Afterwards nothing is kept of the audit: it was of another load.
     *
     * @throws IOException where the collection was loaded since, or a load runs
     */
    public void write(CatalogueStore store) throws IOException {
        if (!isComplete()) {
            throw new IllegalStateException("what was not asked for is not known");
        }
        Set<String> holders = new HashSet<>(table.holders());
        try (HeldWriter writer = store.amend(collection, table.version())) {
            Summary summary = new Summary(this);
            try (AuditFile.Reader products = file.read()) {
                for (AskedProduct product = products.next(); product != null; product = products.next()) {
                    summary.add(product);
                    List<Learned> learned = Lessons.of(product);
                    if (!learned.isEmpty()) {
                        writer.learn(product.dataset(), product.path(), product.semantics(), learned);
                    }
                }
            }
            holders.removeIf(source -> summary.holdsNothing(source));
            writer.publish(holders);
        }
        file.delete();
    }

    /** The catalogue goes over to a new load by itself. */
    private void requireSameLoad() throws IOException {
        if (!catalogue.table(collection).version().equals(table.version())) {
            throw new IOException("it was loaded anew just now; begin again");
        }
    }

    /** Lets go of the file. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The products between being asked for and being written down. */
    private final class Run {
        private final ExecutorService pool;
        private final int most;
        private final Progress progress;
        private final List<AskedPlace> asked;
        private final Queue<Waiting> waiting = new ArrayDeque<>();
        private long done;

        private Run(ExecutorService pool, int atATime, Progress progress) {
            this.pool = pool;
            this.most = atATime * AHEAD;
            this.progress = progress;
            this.asked = places.stream().map(AskedPlace::new).toList();
        }

        private record Waiting(String dataset, Product product, List<Future<AskedCopy>> copies) {}

        void all(Datasets datasets) throws IOException, InterruptedException {
            long skip = file.ofDataset();
            for (Dataset dataset = datasets.next(); dataset != null; dataset = datasets.next()) {
                for (Product product : dataset.products()) {
                    if (skip > 0) {
                        skip--;
                        continue;
                    }
                    waiting.add(ask(dataset.id(), product));
                    if (waiting.size() >= most) {
                        settle(waiting.remove());
                    }
                }
            }
            while (!waiting.isEmpty()) {
                settle(waiting.remove());
            }
        }

        private Waiting ask(String dataset, Product product) {
            List<Future<AskedCopy>> copies = new ArrayList<>(asked.size());
            for (AskedPlace place : asked) {
                Optional<Location> location = place.locate(product);
                location.ifPresent(at -> copies.add(pool.submit(() -> place.ask(product, at))));
            }
            return new Waiting(dataset, product, copies);
        }

        private void settle(Waiting first) throws IOException, InterruptedException {
            List<AskedCopy> copies = new ArrayList<>(first.copies().size());
            for (Future<AskedCopy> copy : first.copies()) {
                try {
                    copies.add(copy.get());
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a copy could not be asked for", e.getCause());
                }
            }
            file.add(new AskedProduct(
                    first.dataset(), first.product().path(), first.product().semantics(), copies));
            progress.rows(++done);
        }
    }
}
