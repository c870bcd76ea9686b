package org.lenticular.location;

import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The kinds of place that there are: those of this program, and those of jars beside it. */
public final class Kinds {
    private Kinds() {}

    /**
     * All, by name.
     *
     * @throws KindProblem where a jar's cannot be used
     */
    public static Map<String, LocationResolver.Kind> found() {
        // By the class loader that loaded this class: in a container, the thread's may be another application's.
        return found(Kinds.class.getClassLoader());
    }

    static Map<String, LocationResolver.Kind> found(ClassLoader loader) {
        Map<String, LocationResolver.Kind> kinds = new TreeMap<>();
        try {
            for (LocationResolver.Kind kind : ServiceLoader.load(LocationResolver.Kind.class, loader)) {
                LocationResolver.Kind other = kinds.putIfAbsent(kind.name(), kind);
                if (other != null) {
                    // Whichever came last would lead everybody elsewhere, and nobody would see why.
                    throw new KindProblem("two kinds of place are called '" + kind.name() + "': "
                            + other.getClass().getName() + " and "
                            + kind.getClass().getName()
                            + "; take out the jar of one, or let its kind have another name");
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new KindProblem("a kind of place cannot be used: " + reason(e)
                    + "; take out the jar that it is in, or put in one that was made for this version");
        }
        return Map.copyOf(kinds);
    }

    private static String reason(Error error) {
        String message = String.valueOf(error.getMessage());
        Throwable cause = error.getCause();
        return cause == null ? message : message + " (" + cause + ")";
    }
}
