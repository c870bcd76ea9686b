package org.lenticular.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.fault.FaultException;
import org.lenticular.location.Place;

/**
 * Makes the tags of answers that follow from the request, the loads and the configuration alone. An answer is named by all that it depends on: the
 * program and its configuration, the service's own address, path and parameters (in whatever order, named in whatever case), its form, the versions
 * of the collections concerned, and which of their places are down.
 */
public final class Tags {
    private static final int BYTES = 16;
    private final String origin;
    private final Catalogue catalogue;
    private final Map<String, Served> collections;
    private final Function<Request, String> form;

    /**
     * @param origin what program, with what configuration, makes the answers: a hash, or any text
     * @param collections by name
     */
    public Tags(String origin, Catalogue catalogue, Map<String, Served> collections) {
        // Whatever the protocol's VOTable is called: it is the same for all of its answers.
        this(
                origin,
                catalogue,
                collections,
                request -> Negotiation.ofImages(request, "").contentType());
    }

    private Tags(String origin, Catalogue catalogue, Map<String, Served> collections, Function<Request, String> form) {
        this.origin = origin;
        this.catalogue = catalogue;
        this.collections = collections;
        this.form = form;
    }

    /** The same for a protocol whose answers are no tables: by the form that it gives a request's answer. */
    public Tags byForm(Function<Request, String> other) {
        return new Tags(origin, catalogue, collections, other);
    }

    /**
     * The tag of the answer; empty where it may hold signed addresses (a client names a source), where a place is asked about copies while the answer
     * is made (nobody knows beforehand what it says), and where there will be a fault.
     */
    Optional<String> of(Request request) {
        try {
            return request.parameters().all("source").isEmpty() ? named(request) : Optional.empty();
        } catch (FaultException e) {
            // A collection is not loaded, or a parameter is wrong: the protocol finds out as well, and knows how to
            // tell.
            return Optional.empty();
        }
    }

    private Optional<String> named(Request request) {
        Collection<Served> concerned = concerned(request);
        if (concerned.stream().anyMatch(collection -> collection.forAnswer() != collection)) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        add(digest, origin);
        add(digest, request.base());
        add(digest, request.path());
        add(digest, form.apply(request));
        add(digest, request.parameters());
        for (Served collection : concerned) {
            add(digest, collection.name());
            add(digest, catalogue.table(collection.name()).version());
            for (Place place : collection.copies().places()) {
                add(digest, place.health().isDown() ? "down" : "up");
            }
        }
        byte[] hash = Arrays.copyOf(digest.digest(), BYTES);
        return Optional.of("W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"');
    }

    private static void add(MessageDigest digest, Parameters parameters) {
        for (String name : new TreeSet<>(parameters.names())) {
            for (String value : parameters.all(name)) {
                add(digest, name);
                add(digest, value);
            }
        }
    }

    /** The one collection that the path or {@code table} names; else all. */
    private Collection<Served> concerned(Request request) {
        String path = request.path();
        Served named = path.isEmpty()
                ? request.parameters().given("table").map(collections::get).orElse(null)
                : collections.get(path.substring(1).split("/", 2)[0]);
        return named == null ? collections.values() : List.of(named);
    }

    /** With its length before it: two texts are never one. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        digest.update(
                new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length});
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
