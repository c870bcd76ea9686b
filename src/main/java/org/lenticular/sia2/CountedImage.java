package org.lenticular.sia2;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.protocol.ImageCopy;
import org.lenticular.protocol.Served;
import org.lenticular.table.SpreadRow;

/** The image that a count stands at, with what ObsCore says of it. Not thread-safe. */
final class CountedImage {
    private final Found found;
    private int place = -1;
    private SpreadRow row = new SpreadRow(0);
    private final Map<String, CellPlan> plans = new HashMap<>();

    CountedImage(Found found) {
        this.found = found;
    }

    /** Takes over the image that was moved to. */
    void take() {
        ImageTable table = found.images().table();
        if (place != found.place()) {
            place = found.place();
            row = new SpreadRow(table.columns().size());
            plans.clear();
        }
        row.spread(found.images().row());
    }

    Served collection() {
        return found.collection();
    }

    Product file() {
        return Product.at(found.images().path(), found.images().held());
    }

    /** What the answer would show; empty for a null. */
    Optional<String> text(String role) {
        CellPlan plan =
                plans.computeIfAbsent(role, key -> CellPlan.of(found.images().table(), key));
        return plan.text(row);
    }

    /** The same as a number; empty for a null, and for what is none. */
    Optional<Double> number(String role) {
        return text(role).flatMap(CountedImage::parsed).filter(Double::isFinite);
    }

    /** Its size, as the answer would show it. */
    Optional<Double> kilobytes() {
        return text("access_estsize").isPresent()
                ? number("access_estsize")
                : Optional.ofNullable(ImageCopy.kilobytes(file(), collection().copies(), null))
                        .map(Long::doubleValue);
    }

    private static Optional<Double> parsed(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
