package org.lenticular.catalogue.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.Datasets;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.Images;
import org.lenticular.catalogue.facts.FactTest;
import org.lenticular.catalogue.packed.PackedProducts;
import org.lenticular.catalogue.sqlite.Sessions.Lease;
import org.lenticular.coverage.CoveredSky;
import org.lenticular.coverage.Moc;
import org.lenticular.fault.FaultException;
import org.lenticular.query.ImageQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is published. Looks every second whether a load has published anew, and lets running answers finish from the old file. */
final class SqliteCatalogue implements Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteCatalogue.class);
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    /** @param lookedAt by {@link Session.Limits#nanoTime} */
    private record Published(Sessions sessions, long lookedAt) {}

    private final Function<String, Folder> folders;
    private final Session.Limits limits;
    private final Map<String, Published> collections = new ConcurrentHashMap<>();
    private volatile boolean closed;

    SqliteCatalogue(Function<String, Folder> folders, Session.Limits limits) {
        this.folders = folders;
        this.limits = limits;
    }

    @Override
    public ImageTable table(String collection) {
        return sessions(collection, false).table();
    }

    @Override
    public Images search(String collection, ImageQuery query, long from) {
        Sessions load = sessions(collection, false);
        return run(collection, load, query, from, FoundImages::open);
    }

    @Override
    public long count(String collection, ImageQuery query) {
        return run(collection, sessions(collection, false), query, 0, (load, matches, clock) -> {
            try (matches) {
                long count = 0;
                while (matches.next() >= 0) {
                    count++;
                }
                return count;
            }
        });
    }

    @Override
    public Moc coverage(String collection) {
        try (Lease lease = lease(collection)) {
            try {
                return lease.session().coverage();
            } catch (SQLException | RuntimeException | InternalError e) {
                throw lease.session().failure(new IllegalStateException(e));
            }
        }
    }

    @Override
    public long cover(String collection, ImageQuery query, long most, CoveredSky sky) {
        return run(collection, sessions(collection, false), query, 0, (load, matches, clock) -> {
            try (matches) {
                long count = 0;
                while (count < most) {
                    long image = matches.next();
                    if (image < 0) {
                        break;
                    }
                    count++;
                    matches.footprintOf(image).ifPresent(sky::add);
                }
                return count;
            }
        });
    }

    /** What becomes of what a query finds. */
    private interface Use<T> {
        T of(Sessions load, Matches matches, QueryClock clock);
    }

    private <T> T run(String collection, Sessions load, ImageQuery query, long from, Use<T> use) {
        QueryClock clock = new QueryClock(limits);
        Sessions found = load;
        List<FactTest> tests;
        if (Constraints.needDatabase(load, query)) {
            try (Lease lease = lease(collection)) {
                found = lease.of();
                tests = tests(found, query, lease.session());
            }
        } else {
            tests = tests(load, query, null);
        }
        return use.of(found, new Matches(found, query, tests, from, clock), clock);
    }

    private static List<FactTest> tests(Sessions load, ImageQuery query, @Nullable Session session) {
        try {
            return Constraints.of(load, query, session);
        } catch (SQLException | RuntimeException | InternalError e) {
            if (session != null) {
                throw session.failure(new IllegalStateException(e));
            }
            throw unreadableNow(e);
        }
    }

    private static FaultException unreadableNow(Throwable e) {
        LOG.error("what of images can be constrained cannot be read", e);
        return FaultException.unavailable("the catalogue cannot be read now; try again in a minute");
    }

    @Override
    public Datasets datasets(String collection, List<String> ids) {
        return FoundDatasets.of(sessions(collection, false), ids);
    }

    @Override
    public Map<String, String> datasetsOf(String collection, List<String> dids) {
        return ImagesByDid.datasets(lease(collection), dids);
    }

    @Override
    public Optional<Product> product(String collection, String path) {
        PackedProducts products = sessions(collection, false).products();
        return FoundDatasets.read(() -> products.product(path));
    }

    @Override
    public Datasets allDatasets(String collection, String from) {
        return FoundDatasets.from(sessions(collection, false), from);
    }

    @Override
    public long products(String collection) {
        return sessions(collection, false).products().products();
    }

    @Override
    public void close() {
        closed = true;
        collections.values().forEach(published -> published.sessions().close());
    }

    private Lease lease(String collection) {
        return sessions(collection, false)
                .lease()
                // Closed, since another load took its place just now, or its file is gone: loads have followed one
                // another faster than we look.
                .or(() -> sessions(collection, true).lease())
                .orElseThrow(() -> unreadable(collection));
    }

    private Sessions sessions(String collection, boolean lookNow) {
        Published published = collections.get(collection);
        long now = limits.nanoTime().getAsLong();
        if (published == null || lookNow || now - published.lookedAt() > LOOK_AGAIN_NANOS) {
            published = collections.compute(collection, (name, before) -> look(name, before, now));
        }
        if (closed) {
            // Looked up while the catalogue was closed, they may have been opened behind its back.
            published.sessions().close();
            throw stopping();
        }
        return published.sessions();
    }

    private Published look(String collection, @Nullable Published before, long now) {
        if (closed) {
            throw stopping();
        }
        try {
            Optional<Path> file = folders.apply(collection).current();
            if (before != null
                    && (file.isEmpty() || file.get().equals(before.sessions().file()))) {
                return new Published(before.sessions(), now);
            }
            Optional<Sessions> opened = file.isEmpty() ? Optional.empty() : Sessions.open(file.get(), limits);
            if (before == null) {
                return new Published(opened.orElseThrow(() -> notLoaded(collection)), now);
            }
            if (opened.isEmpty()) {
                return new Published(before.sessions(), now);
            }
            before.sessions().close();
            LOG.info(
                    "the collection {} is served from {} now",
                    collection,
                    file.get().getFileName());
            return new Published(opened.get(), now);
        } catch (IOException | SQLException e) {
            LOG.error("the catalogue of {} cannot be opened", collection, e);
            if (before != null) {
                return new Published(before.sessions(), now);
            }
            throw unreadable(collection);
        }
    }

    private static FaultException notLoaded(String collection) {
        return FaultException.unavailable("the collection " + collection
                + " is not loaded: that goes on, or is still to be done (load), or has failed, and the log says why");
    }

    /** A container may take an application away while requests run. */
    private static FaultException stopping() {
        return FaultException.unavailable("the service is stopping; try again in a minute");
    }

    private static FaultException unreadable(String collection) {
        return FaultException.unavailable(
                "the catalogue of " + collection + " cannot be read now; try again in a minute");
    }
}
