package org.lenticular.app;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import java.util.Map;

/**
 * The JDK's maker of records' {@code equals}, {@code hashCode} and {@code toString}. Up to JDK 18 it remembers, for each, the last class that it made one
 * for, and with it the class loader of the application that the class was of, for as long as no other takes its place.
 */
final class RecordMethods {
    private static final int LAST_THAT_REMEMBERS = 18;

    private static final Map<String, MethodType> METHODS = Map.of(
            "equals", MethodType.methodType(boolean.class, String.class, Object.class),
            "hashCode", MethodType.methodType(int.class, String.class),
            "toString", MethodType.methodType(String.class, String.class));

    private RecordMethods() {}

    /** Lets it remember classes of the JDK's instead of ours. */
    static void forgetOurs() {
        if (Runtime.version().feature() > LAST_THAT_REMEMBERS) {
            return;
        }
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        try {
            // As if String were a record of one text.
            MethodHandle part = lookup.findVirtual(String.class, "strip", MethodType.methodType(String.class));
            for (Map.Entry<String, MethodType> method : METHODS.entrySet()) {
                ObjectMethods.bootstrap(lookup, method.getKey(), method.getValue(), String.class, "part", part);
            }
        } catch (Throwable e) {
            // Declared so by the JDK. Its failure leaves one application's classes in memory, as not calling it would.
            throw new IllegalStateException(e);
        }
    }
}
