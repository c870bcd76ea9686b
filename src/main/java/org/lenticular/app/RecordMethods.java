package org.lenticular.app;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * The JDK's maker of records' {@code equals}. Up to JDK 18 it remembers the last record that it made one for, and with it the class loader of the
 * application that the record was of, for as long as no other takes its place.
 */
final class RecordMethods {
    private RecordMethods() {}

    /** Lets it remember a class of the JDK's instead of one of ours. */
    static void forgetOurs() {
        MethodType equals = MethodType.methodType(boolean.class, String.class, Object.class);
        try {
            ObjectMethods.bootstrap(MethodHandles.publicLookup(), "equals", equals, String.class, "");
        } catch (Throwable e) {
            // Declared so by the JDK. Its failure leaves one application's classes in memory, as not calling it would.
            throw new IllegalStateException(e);
        }
    }
}
