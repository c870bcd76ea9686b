package org.lenticular.vosi;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.coverage.CoveredSky;
import org.lenticular.coverage.Moc;
import org.lenticular.coverage.MocText;

/** What of the sky collections cover, as records say it: a map in ASCII, as fine as a record has room for (VODataService 1.2 §3.2). */
final class SkyCoverage {
    /** Cells of a degree: registries look for services, not for images. */
    private static final int FINEST = 6;

    /** Characters; a longer text is of fewer and larger cells instead. */
    private static final int LONGEST = 10_000;

    private SkyCoverage() {}

    /**
     * The text; null where nothing is covered.
     *
     * @param collections that are loaded
     */
    static @Nullable String text(Catalogue catalogue, Collection<String> collections) {
        CoveredSky sky = new CoveredSky(FINEST);
        collections.forEach(name -> sky.add(catalogue.coverage(name)));
        Moc map = sky.map();
        String text = MocText.of(map);
        for (int order = FINEST - 1; order >= 0 && text.length() > LONGEST; order--) {
            text = MocText.of(map.atMost(order));
        }
        return map.isEmpty() ? null : text;
    }
}
