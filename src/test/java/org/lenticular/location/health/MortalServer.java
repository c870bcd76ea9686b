package org.lenticular.location.health;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Location;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.Probe;
import org.lenticular.location.SettingProblem;
import org.lenticular.location.http.HttpPlace;

/** A web server that can be killed and started again at the same address; it holds every path that it is not told to have lost. */
public final class MortalServer implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final AtomicInteger asked = new AtomicInteger();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private @Nullable HttpServer server;
    private int port;

    public MortalServer() {
        start();
    }

    public void start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.createContext("/", exchange -> {
                asked.incrementAndGet();
                exchange.sendResponseHeaders(
                        lost.contains(exchange.getRequestURI().getPath()) ? 404 : 200, -1);
                exchange.close();
            });
            started.start();
            port = started.getAddress().getPort();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void kill() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    public void lose(String path) {
        lost.add("/" + path);
    }

    /** How many requests have come. */
    public int asked() {
        return asked.get();
    }

    public String base() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** The server as a place. */
    public LocationResolver resolver() {
        try {
            return new ResolverDecorator(new HttpPlace.Kind().open(Map.of("base", base()))) {
                @Override
                public Probe probe(Location location) {
                    return head(location);
                }
            };
        } catch (SettingProblem e) {
            throw new IllegalStateException(e);
        }
    }

    private static Probe head(Location location) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(location.text()))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            int status = CLIENT.send(request, BodyHandlers.discarding()).statusCode();
            return status == 200 ? Probe.there(null, null, null) : Probe.notThere("it answers " + status);
        } catch (IOException e) {
            return Probe.unknown("it refuses connections");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Probe.unknown("nobody waited");
        }
    }

    @Override
    public void close() {
        kill();
    }
}
