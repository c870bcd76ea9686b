package org.lenticular.audit;

import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.location.Listed;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;

/** Asks a place for one copy: for a file itself; of a directory, for what lies under it. */
final class Question {
    private Question() {}

    /** It never throws: what went wrong is in the answer. */
    static Probe ask(LocationResolver resolver, Location location, Product product) {
        try {
            return isDirectory(product) ? list(resolver, location) : resolver.probe(location);
        } catch (RuntimeException e) {
            // A jar of an operator's may not keep to it, and one copy must not end the audit of all. Its text may hold
            // anything, a signature too.
            return Probe.unknown("the place failed with " + e.getClass().getSimpleName());
        }
    }

    private static boolean isDirectory(Product product) {
        return "directory".equals(product.contentType()) || product.path().endsWith("/");
    }

    private static Probe list(LocationResolver resolver, Location directory) {
        try (Stream<Listed> listed = resolver.list(directory)) {
            Sum sum = new Sum();
            listed.forEach(sum::add);
            return sum.files == 0
                    ? Probe.notThere("nothing lies under it")
                    : Probe.there(sum.known ? sum.length : null, null, null);
        } catch (PlaceException e) {
            return unlisted(resolver, directory, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            return Probe.unknown(String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        }
    }

    /** Most web servers do not list; one that has a page for the directory has the directory. That page's length is nothing to compare. */
    private static Probe unlisted(LocationResolver resolver, Location directory, String reason) {
        return resolver.probe(directory).found() == Probe.Found.THERE
                ? Probe.there(null, null, null)
                : Probe.unknown(reason);
    }

    /** All files under a directory. */
    private static final class Sum {
        private long files;
        private long length;
        private boolean known = true;

        void add(Listed each) {
            files++;
            Long bytes = each.length();
            if (bytes == null) {
                known = false;
            } else {
                length += bytes;
            }
        }
    }
}
