package org.lenticular.audit;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private final Catalogue catalogue;
    private final String collection;
    private final List<Place> places;
    private final ImageTable table;
    private AuditFile file;

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

    /** How many products are open: a place did not say whether it has a copy. */
    public long open() {
        return file.open();
    }

    /**
     * Asks for all that was not asked for yet; where nothing is left of that, once more for what places did not say.
     *
     * @param atATime copies that are asked for at a time
     * @throws InterruptedException where the thread is interrupted; what was learned is kept, and the next run goes on from there
     */
    public void run(int atATime, Progress progress) throws IOException, InterruptedException {
        if (isComplete() && open() == 0) {
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(atATime);
        try {
            if (isComplete()) {
                askOpenAgain(new AuditRun(pool, atATime, places, progress), progress);
            } else {
                askTheRest(new AuditRun(pool, atATime, places, progress), progress);
            }
        } finally {
            progress.broken();
            pool.shutdownNow();
        }
    }

    private void askTheRest(AuditRun run, Progress progress) throws IOException, InterruptedException {
        try (Datasets datasets = catalogue.allDatasets(collection, file.dataset())) {
            requireSameLoad();
            progress.begin(collection, catalogue.products(collection) - file.products());
            run.ask(datasets, file);
            file.end();
        }
    }

    private void askOpenAgain(AuditRun run, Progress progress) throws IOException, InterruptedException {
        AuditFile next = file.next(subject(table.version(), places));
        try (Datasets datasets = catalogue.allDatasets(collection, "");
                AuditFile.Reader before = file.read()) {
            requireSameLoad();
            progress.begin(collection, file.products());
            try {
                run.askOpen(datasets, before, next);
            } finally {
                // Stopped, it has taken over what it had not come to. Failed, it has not, and what was there stays.
                if (next.products() == file.products()) {
                    next.end();
                    next.replace(file);
                    file = next;
                } else {
                    next.delete();
                }
            }
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
}
