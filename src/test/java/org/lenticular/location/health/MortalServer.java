package org.lenticular.location.health;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.SettingProblem;
import org.lenticular.location.http.HttpPlace;

/** A web server that can be killed and started again at the same address; it holds every path that it is not told to have lost. */
public final class MortalServer implements AutoCloseable {
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
            return new HttpPlace.Kind().open(Map.of("base", base()));
        } catch (SettingProblem e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
