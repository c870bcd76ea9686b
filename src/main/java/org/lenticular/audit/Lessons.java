package org.lenticular.audit;

import java.util.ArrayList;
import java.util.List;
import org.lenticular.catalogue.Learned;

/** What the catalogue learns from what places said: holes, and what it did not know of copies that are fine. */
final class Lessons {
    private Lessons() {}

    static List<Learned> of(AskedProduct product) {
        List<Learned> lessons = new ArrayList<>();
        for (AskedCopy copy : product.copies()) {
            if (copy.finding() == Finding.MISSING) {
                lessons.add(new Learned(copy.source(), copy.at(), false, null, null));
            } else if (copy.finding() == Finding.FINE) {
                Long length = copy.expected() == null ? copy.length() : null;
                if (length != null || copy.etag() != null) {
                    lessons.add(new Learned(copy.source(), copy.at(), true, length, copy.etag()));
                }
            }
        }
        return lessons;
    }
}
