package org.lenticular.load;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.CatalogueWriter.Settled;
import org.lenticular.catalogue.Listing;
import org.lenticular.config.Config;
import org.lenticular.config.Config.CollectionSettings;
import org.lenticular.config.Problem;
import org.lenticular.fault.Nearest;
import org.lenticular.load.Listings.Staged;
import org.lenticular.load.inventory.InventoryException;

/**
 * Reads collections' tables into a catalogue: every row becomes an image with its place on the sky, its cells and its products. A load that
 * fails, dies or is interrupted leaves what was served before. Not thread-safe.
 */
public final class Loader {
    private final CatalogueStore store;
    private final Progress progress;

    public Loader(CatalogueStore store, Progress progress) {
        this.store = store;
        this.progress = progress;
    }

    /** Everything that is wrong with the collections' tables, as far as it shows without reading their rows. */
    public static List<Problem> inspect(Config config) {
        List<Problem> problems = new ArrayList<>();
        for (CollectionSettings settings : config.collections().values()) {
            Problems found = new Problems(settings.name());
            Plan.of(config, settings, found);
            problems.addAll(found.list());
        }
        return problems;
    }

    /** What would be missed, though nothing is wrong: each with what to add. */
    public static List<Problem> advice(Config config) {
        return Advice.on(config);
    }

    /** Loads the collections that are not loaded, or whose tables or configuration have changed since. */
    public List<LoadReport> loadMissing(Config config) throws LoadException {
        List<String> names = new ArrayList<>();
        for (CollectionSettings settings : config.collections().values()) {
            if (isMissing(config, settings)) {
                names.add(settings.name());
            }
        }
        return loadAll(config, names);
    }

    private boolean isMissing(Config config, CollectionSettings settings) throws LoadException {
        try {
            Optional<String> loaded = store.inputs(settings.name());
            return loaded.isEmpty() || !loaded.get().equals(Fingerprint.of(config, settings));
        } catch (IOException e) {
            throw failed(settings, e);
        }
    }

    /**
     * Loads these collections.
     *
     * @param names empty: all of them
     */
    public List<LoadReport> load(Config config, Collection<String> names) throws LoadException {
        for (String name : names) {
            if (!config.collections().containsKey(name)) {
                throw new LoadException("there is no collection '" + name + "'; "
                        + Nearest.of(name, config.collections().keySet())
                                .map(near -> "did you mean '" + near + "'? ")
                                .orElse("")
                        + "known: " + String.join(", ", config.collections().keySet()));
            }
        }
        return loadAll(config, names.isEmpty() ? config.collections().keySet() : names);
    }

    private List<LoadReport> loadAll(Config config, Collection<String> names) throws LoadException {
        List<Plan> plans = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (CollectionSettings settings : config.collections().values()) {
            if (names.contains(settings.name())) {
                Problems found = new Problems(settings.name());
                Plan plan = Plan.of(config, settings, found);
                problems.addAll(found.list());
                if (plan != null) {
                    plans.add(plan);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new LoadException(problems);
        }
        List<LoadReport> reports = new ArrayList<>();
        for (Plan plan : plans) {
            reports.add(load(config, plan));
        }
        return reports;
    }

    private LoadReport load(Config config, Plan plan) throws LoadException {
        CollectionSettings settings = plan.settings();
        long started = System.nanoTime();
        try (CatalogueWriter writer = store.write(settings.name())) {
            // Before the tables are read: should one change meanwhile, the next time will see it.
            String inputs = Fingerprint.of(config, settings);
            Staged staged = plan.listings().sources().isEmpty() ? Staged.NOTHING : stage(plan, writer);
            progress.begin(settings.name(), plan.rows());
            Copies copies = new Copies(settings.holdings(), plan.places(), lookups(staged.listings()));
            ImageLoad images = new ImageLoad(plan, writer, copies, progress);
            images.run();
            long products = 0;
            long badProducts = staged.badRows();
            if (plan.products() == null) {
                products = writer.settle().added();
            } else {
                ProductLoad table =
                        new ProductLoad(plan.products(), writer, copies, settings.badRows(), progress, images.rows());
                table.run();
                Settled settled = writer.settle();
                table.takenOut(settled.removed());
                products = table.products() + settled.added();
                badProducts += table.badRows();
            }
            copies.holdingNothing(staged.unlike()).forEach(progress::note);
            writer.publish(images.columns(), copies.holders(), inputs);
            LoadReport report = images.report(products, badProducts, (System.nanoTime() - started) / 1e9);
            progress.end(report);
            return report;
        } catch (IOException | TooManyBadRows | TableException | InventoryException e) {
            progress.broken();
            throw failed(settings, e);
        } catch (RuntimeException e) {
            progress.broken();
            throw e;
        }
    }

    private Staged stage(Plan plan, CatalogueWriter writer)
            throws IOException, TableException, TooManyBadRows, InventoryException {
        Map<String, WantedNames> wanted = NameScan.of(plan, progress);
        return plan.listings().stage(wanted, writer, plan.settings(), progress);
    }

    private static Map<String, Copies.Lookup> lookups(Map<String, Listing> listings) {
        Map<String, Copies.Lookup> lookups = new LinkedHashMap<>();
        listings.forEach((source, listing) ->
                lookups.put(source, (name, isDirectory) -> isDirectory ? listing.directory(name) : listing.file(name)));
        return lookups;
    }

    private static LoadException failed(CollectionSettings settings, Exception e) {
        // The catalogue's failure says more by itself than with the row at which it happened.
        Throwable told =
                e instanceof TableException table && table.sinkFailed() && e.getCause() != null ? e.getCause() : e;
        String reason = told instanceof FileSystemException file && file.getReason() == null
                ? "no access to " + file.getFile()
                        + (told instanceof AccessDeniedException ? ": permission denied" : "")
                : String.valueOf(told.getMessage());
        return new LoadException(settings.name() + " was not loaded: " + reason, told);
    }
}
