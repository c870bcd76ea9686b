package org.lenticular.load;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.Listing;
import org.lenticular.config.Config;
import org.lenticular.config.Config.CollectionSettings;
import org.lenticular.config.Config.Place;
import org.lenticular.config.Holds;
import org.lenticular.fault.Quoted;
import org.lenticular.load.inventory.InventoryException;

/**
 * The lists of what sources hold of a collection, by source.
 */
record Listings(Map<String, HeldSource> sources) {

    /** Opens those that the collection names; what is wrong is told. */
    static Listings open(Config config, CollectionSettings settings, Problems problems) {
        Map<String, HeldSource> sources = new LinkedHashMap<>();
        settings.holdings().forEach((source, holding) -> {
            Place place = config.places().get(source);
            String key = "sources." + source + ".holds";
            if (place == null) {
                return;
            }
            PlaceNames names = PlaceNames.of(place, holding);
            HeldSource opened = null;
            if (holding.holds() instanceof Holds.Table table) {
                opened = HeldTable.open(table, place, names, key, problems);
            } else if (holding.holds() instanceof Holds.Inventory inventory) {
                opened = HeldInventory.open(inventory.manifest(), names, key + ".inventory", problems);
            }
            if (opened != null) {
                sources.put(source, opened);
            }
        });
        return new Listings(sources);
    }

    /**
     * What was read of them.
     *
     * @param listings by source
     * @param unlike by source, what to say where its list turns out to have nothing of the collection
     * @param badRows how many rows of tables could not be used
     */
    record Staged(Map<String, Listing> listings, Map<String, String> unlike, long badRows) {
        static final Staged NOTHING = new Staged(Map.of(), Map.of(), 0);
    }

    /**
     * Reads all of them, and keeps what the collection's products may ask for.
     *
     * @param wanted by source
     */
    Staged stage(
            Map<String, WantedNames> wanted, CatalogueWriter writer, CollectionSettings settings, Progress progress)
            throws IOException, TableException, TooManyBadRows, InventoryException {
        Map<String, Listing> listings = new LinkedHashMap<>();
        Map<String, String> unlike = new LinkedHashMap<>();
        long bad = 0;
        for (Map.Entry<String, HeldSource> each : sources.entrySet()) {
            String source = each.getKey();
            HeldSource from = each.getValue();
            WantedNames names = wanted.getOrDefault(source, new WantedNames(0));
            WantedLines lines = new WantedLines(names, writer.listing());
            progress.begin(settings.name() + ", files at " + source, from.lines());
            bad += from.read(lines, settings.badRows(), progress);
            listings.put(source, lines.listing);
            unlike.put(source, from.name() + " lists " + lines.unlike(names));
        }
        return new Staged(listings, unlike, bad);
    }

    /** Lets through what may be asked for. */
    private static final class WantedLines implements HeldSource.Sink {
        private final WantedNames wanted;
        private final Listing listing;
        private @Nullable String first;

        private WantedLines(WantedNames wanted, Listing listing) {
            this.wanted = wanted;
            this.listing = listing;
        }

        @Override
        public boolean held(String name, Held copy) throws IOException {
            first = first == null ? name : first;
            return !wanted.mayHave(name) || listing.add(name, copy);
        }

        /** The usual reason is a prefix that is there once too often or once too few: to see it, it takes one of each. */
        private String unlike(WantedNames names) {
            return first == null
                    ? "nothing at this place"
                    : Quoted.value(first) + " for one, and asked for was "
                            + names.example().map(Quoted::value).orElse("nothing");
        }
    }
}
