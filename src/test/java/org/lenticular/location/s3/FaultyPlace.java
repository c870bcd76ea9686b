package org.lenticular.location.s3;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;
import org.lenticular.location.SettingProblem;

/** Asks a place at a server that does not do what it should. */
final class FaultyPlace {
    private FaultyPlace() {}

    static LocationResolver place(Map<String, String> settings, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(others);
        try {
            return new S3Place.Kind().open(all);
        } catch (SettingProblem e) {
            throw new AssertionError(e.key() + " " + e.getMessage(), e);
        }
    }

    static Probe probe(FaultyServer server, Map<String, String> others) {
        try (LocationResolver place = place(server.settings(), others)) {
            return place.probe(place.locate("a.fits"));
        }
    }

    static String listFailure(FaultyServer server) {
        try (LocationResolver place = place(server.settings(), Map.of())) {
            return String.valueOf(catchThrowableOfType(PlaceException.class, () -> place.list(place.locate("dir/")))
                    .getMessage());
        }
    }
}
