package org.lenticular.location.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Quoted;
import org.lenticular.location.Probe;

/** Asks web servers for the headers of a copy. Thread-safe. */
final class HttpProbe implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** What servers answer that do not know HEAD, or do not want it. */
    private static final Set<Integer> HEAD_REFUSED = Set.of(403, 405, 501);

    private static final Pattern TOTAL = Pattern.compile("bytes (?:\\d+-\\d+|\\*)/(\\d{1,18})");

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
            Answer head = follow("HEAD", uri, start);
            // Some sign or allow GET only: one byte of it tells the same.
            return (HEAD_REFUSED.contains(head.status()) ? follow("GET", uri, start) : head).probe();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Probe.unknown("was not asked to the end, since the program stops");
        } catch (IOException e) {
            return Probe.unknown(reason(e, uri));
        }
    }

    /** A query may hold what opens the copy. */
    private static String withoutQuery(String address) {
        return address.replaceFirst("[?#].*", "");
    }

    private Answer follow(String method, URI uri, long start) throws IOException, InterruptedException {
        URI at = uri;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            Answer answer = once(method, at, start);
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

    private Answer once(String method, URI at, long start) throws IOException, InterruptedException {
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
        return new Answer(at, method, answer.statusCode(), answer.headers());
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

    private String reason(IOException e, URI uri) {
        String server = uri.getAuthority();
        String message = Quoted.oneLine(String.valueOf(e.getMessage()));
        if (e instanceof HttpConnectTimeoutException) {
            return server + " takes no connection in time; is its address right, and the way there open?";
        }
        if (e instanceof HttpTimeoutException) {
            return server + " does not answer within " + timeout.toSeconds() + " s";
        }
        if (e instanceof SSLException) {
            return server + " and this machine do not agree on TLS: " + message;
        }
        if (e instanceof ConnectException) {
            return isUnresolved(e)
                    ? "there is no host called " + uri.getHost()
                    : server + " refuses connections; does its web server run?";
        }
        return server + ": " + (e.getMessage() == null ? "the connection broke off" : message);
    }

    private static boolean isUnresolved(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private record Answer(URI at, String method, int status, HttpHeaders headers) {
        Probe probe() {
            String server = at.getAuthority();
            if (status == 200 || status == 206 || status == 416 && total() != null) {
                return Probe.there(length(), headers.firstValue("ETag").orElse(null), modified());
            }
            String said = server + " answers " + status;
            return switch (status) {
                case 404, 410 -> Probe.notThere(said);
                case 401, 403 -> Probe.unknown(said + ": it lets this machine read nothing there");
                default -> Probe.unknown(said + (status >= 500 ? ": it has troubles of its own" : ""));
            };
        }

        private @Nullable Long length() {
            // One that compresses in spite of what was asked tells another length.
            boolean plain = headers.firstValue("Content-Encoding")
                    .map(coding -> coding.toLowerCase(Locale.ROOT).equals("identity"))
                    .orElse(true);
            if (!plain) {
                return null;
            }
            if (status != 200) {
                return total();
            }
            String told = headers.firstValue("Content-Length").orElse("");
            return told.matches("\\d{1,18}") ? Long.valueOf(told) : null;
        }

        private @Nullable Long total() {
            Matcher total = TOTAL.matcher(headers.firstValue("Content-Range").orElse(""));
            return total.matches() ? Long.valueOf(total.group(1)) : null;
        }

        private @Nullable Instant modified() {
            try {
                return headers.firstValue("Last-Modified")
                        .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                        .orElse(null);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }
}
