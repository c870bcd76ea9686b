package org.lenticular.location;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The kinds of place that there are: those of this program, and those of jars beside it. */
public final class Kinds {
    private Kinds() {}

    /** All, by name. */
    public static Map<String, LocationResolver.Kind> found() {
        Map<String, LocationResolver.Kind> kinds = new TreeMap<>();
        // By the class loader that loaded this class: in a container, the thread's may be another application's.
        ServiceLoader.load(LocationResolver.Kind.class, Kinds.class.getClassLoader())
                .forEach(kind -> kinds.put(kind.name(), kind));
        return Map.copyOf(kinds);
    }
}
