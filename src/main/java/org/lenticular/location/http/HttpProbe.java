package org.lenticular.location.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Quoted;
import org.lenticular.location.Probe;

/** Asks web servers for the headers of a copy. Thread-safe. */
final class HttpProbe implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** What servers answer that do not know HEAD, or do not want it. */
    private static final Set<Integer> HEAD_REFUSED = Set.of(403, 405, 501);

    private final Duration timeout;
    private @Nullable SharedClient client;
    private boolean closed;

    /** @param timeout for one answer, redirects and all */
    HttpProbe(Duration timeout) {
        this.timeout = timeout;
    }

    /** What the server says of the copy at this web address. */
    Probe ask(String address) {
        URI uri;
        try {
            uri = URI.create(address);
            // It refuses what has no host.
            HttpRequest.newBuilder(uri);
        } catch (IllegalArgumentException e) {
            return Probe.unknown("is no address that can be asked: " + Quoted.value(withoutQuery(address)));
        }
        long start = System.nanoTime();
        try {
            HeadAnswer head = follow("HEAD", uri, start);
            // Some sign or allow GET only: one byte of it tells the same.
            return (HEAD_REFUSED.contains(head.status()) ? follow("GET", uri, start) : head).probe();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Probe.unknown("was not asked to the end, since the program stops");
        } catch (IOException e) {
            return Probe.unknown(Trouble.reason(e, uri, timeout));
        }
    }

    /** A query may hold what opens the copy. */
    private static String withoutQuery(String address) {
        return address.replaceFirst("[?#].*", "");
    }

    private HeadAnswer follow(String method, URI uri, long start) throws IOException, InterruptedException {
        URI at = uri;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HeadAnswer answer = once(method, at, start);
            String location = answer.headers().firstValue("Location").orElse("");
            if (!REDIRECTS.contains(answer.status()) || location.isEmpty()) {
                return answer;
            }
            try {
                at = at.resolve(location);
                HttpRequest.newBuilder(at);
            } catch (IllegalArgumentException e) {
                throw new IOException("leads to what is no web address: " + Quoted.value(withoutQuery(location)), e);
            }
        }
        throw new IOException("leads on more than " + MOST_REDIRECTS + " times");
    }

    private HeadAnswer once(String method, URI at, long start) throws IOException, InterruptedException {
        Duration left = timeout.minusNanos(System.nanoTime() - start);
        if (left.isNegative() || left.isZero()) {
            throw new HttpTimeoutException("too late");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .method(method, BodyPublishers.noBody())
                .timeout(left)
                .header("User-Agent", "Lenticular")
                // The length of the file itself, and not of what is made of it on the way.
                .header("Accept-Encoding", "identity");
        if (method.equals("GET")) {
            request.header("Range", "bytes=0-0");
        }
        HttpResponse<InputStream> answer = taken().client().send(request.build(), BodyHandlers.ofInputStream());
        // Closed unread: whoever does not know ranges would send all of it.
        answer.body().close();
        return new HeadAnswer(at, answer.statusCode(), answer.headers());
    }

    private synchronized SharedClient taken() throws IOException {
        if (closed) {
            throw new IOException("was not asked, since the program stops");
        }
        SharedClient taken = client == null ? SharedClient.take() : client;
        client = taken;
        return taken;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client = null;
            SharedClient.giveBack();
        }
    }
}
