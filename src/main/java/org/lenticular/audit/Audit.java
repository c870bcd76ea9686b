package org.lenticular.audit;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.Datasets;
import org.lenticular.catalogue.HeldWriter;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.Learned;
import org.lenticular.load.Progress;
import org.lenticular.location.Place;

/**
 * The audit of one load of one collection: every place is asked for every copy that the catalogue says it holds, or for a sample of them. It holds a few products in memory
 * at a time, however many there are. Not thread-safe.
 */
public final class Audit implements Closeable {
    private static final Pattern SEED = Pattern.compile("\"seed\":(-?[0-9]{1,19}),");

    private final Catalogue catalogue;
    private final String collection;
    private final List<Place> places;
    private final ImageTable table;
    private final @Nullable Sample sample;
    private AuditFile file;

    private Audit(Catalogue catalogue, String collection, List<Place> places, Kept kept) {
        this.catalogue = catalogue;
        this.collection = collection;
        this.places = places;
        this.table = kept.table();
        this.sample = kept.sample();
        this.file = kept.file();
    }

    /** What an audit is of, and where it is kept. */
    private record Kept(ImageTable table, @Nullable Sample sample, AuditFile file) {}

    /**
     * Opens what is known of it already, or begins anew: where that is wanted, or the collection was loaded since, its places have changed, or another
     * sample is asked for.
     *
     * @param places of the collection
     * @param folder where it is kept what the audit learns
     * @throws org.lenticular.fault.FaultException {@code TransientFault} where the collection is not loaded
     */
    public static Audit open(Catalogue catalogue, String collection, List<Place> places, Path folder, Extent extent)
            throws IOException {
        ImageTable table = catalogue.table(collection);
        Files.createDirectories(folder);
        Path file = folder.resolve(extent.file());
        String before = AuditFile.subject(file);
        Sample sample = extent.sample();
        String subject = subject(table.version(), sample, places);
        Matcher seed = SEED.matcher(before);
        if (sample != null && extent.anySeed() && !extent.again() && seed.find()) {
            Sample begun = new Sample(sample.copies(), Long.parseLong(seed.group(1)));
            if (subject(table.version(), begun, places).equals(before)) {
                sample = begun;
                subject = before;
            }
        }
        AuditFile open = AuditFile.open(file, subject, extent.again());
        return new Audit(catalogue, collection, places, new Kept(table, sample, open));
    }

    /** What it is of: the load, the sample, and the places with where they lead to. */
    private static String subject(String version, @Nullable Sample sample, List<Place> places) {
        StringBuilder subject = new StringBuilder("{\"audit\":1,");
        if (sample != null) {
            subject.append("\"sample\":" + sample.copies() + ",\"seed\":" + sample.seed() + ",");
        }
        subject.append("\"load\":");
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

    /** The sample that it asks for; empty where it asks for every copy. */
    public Optional<Sample> sample() {
        return Optional.ofNullable(sample);
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
            Drawn drawn = drawn();
            AuditRun run = new AuditRun(pool, atATime, places, drawn, progress);
            if (isComplete()) {
                askOpenAgain(run, progress);
            } else {
                progress.begin(
                        collection,
                        (sample == null ? catalogue.products(collection) : drawn.products()) - file.products());
                askTheRest(run);
            }
        } finally {
            progress.broken();
            pool.shutdownNow();
        }
    }

    private Drawn drawn() throws IOException, InterruptedException {
        if (sample == null) {
            return Drawn.ALL;
        }
        try (Datasets datasets = catalogue.allDatasets(collection, "")) {
            requireSameLoad();
            return Drawn.of(sample, datasets, places);
        }
    }

    private void askTheRest(AuditRun run) throws IOException, InterruptedException {
        try (Datasets datasets = catalogue.allDatasets(collection, file.dataset())) {
            requireSameLoad();
            run.ask(datasets, file);
            file.end();
        }
    }

    private void askOpenAgain(AuditRun run, Progress progress) throws IOException, InterruptedException {
        AuditFile next = file.next(subject(table.version(), sample, places));
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
            if (sample == null) {
                // Who has nothing of a sample may have all the rest.
                holders.removeIf(source -> summary.holdsNothing(source));
            }
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
