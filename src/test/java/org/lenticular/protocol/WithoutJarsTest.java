package org.lenticular.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lenticular.fault.FaultException;

/** What a server says of Parquet that has not its jars: seen by the program's own classes, loaded where those jars are not. */
class WithoutJarsTest {
    /** What is asked, by classes that are loaded anew. */
    static final class Asked {
        private Asked() {}

        static String by(@Nullable String format, String accept) {
            Parameters sent = Parameters.of(format == null ? List.of() : List.of(Map.entry("RESPONSEFORMAT", format)));
            Request request = new Request(sent, "", "http://127.0.0.1", accept);
            try {
                return Negotiation.of(request, DataLink.MEDIA_TYPE).contentType();
            } catch (FaultException e) {
                return e.fault().text();
            }
        }
    }

    /** Loads the program anew, and nothing of what Parquet needs. */
    private static final class Poor extends URLClassLoader {
        Poor() {
            super(new URL[] {origin(Negotiation.class), origin(Asked.class)}, Poor.class.getClassLoader());
        }

        private static URL origin(Class<?> of) {
            return of.getProtectionDomain().getCodeSource().getLocation();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.apache.parquet.") || name.startsWith("org.apache.hadoop.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.lenticular.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }

    private static String ask(@Nullable String format, String accept) throws Exception {
        try (Poor poor = new Poor()) {
            Method by = poor.loadClass(Asked.class.getName()).getDeclaredMethod("by", String.class, String.class);
            by.setAccessible(true);
            return (String) by.invoke(null, format, accept);
        }
    }

    @Test
    void itIsRefusedWithTheFormsThatThereAre() throws Exception {
        assertThat(ask("parquet", "*/*"))
                .isEqualTo(
                        "UsageFault: RESPONSEFORMAT: 'parquet' is a form that this server has not the jars for; use one of"
                                + " votable, votable/td, votable/b2, csv, tsv, json, ndjson, fits, text, html,"
                                + " or a media type of one of them, or leave it out");
        assertThat(ask("application/x-parquet", "*/*")).contains("has not the jars for");
    }

    @Test
    void whoAcceptsItGetsWhatTheyAcceptBesides() throws Exception {
        assertThat(ask(null, "application/vnd.apache.parquet, application/json;q=0.5"))
                .isEqualTo("application/json");
        assertThat(ask(null, "application/vnd.apache.parquet")).isEqualTo(DataLink.MEDIA_TYPE);
    }

    @Test
    void theOtherFormsAreAsEver() throws Exception {
        assertThat(ask("csv", "*/*")).isEqualTo("text/csv;header=present;charset=UTF-8");
    }
}
