package org.lenticular.cli;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.LifecycleException;
import org.lenticular.config.Config;
import org.lenticular.http.Endpoints;
import org.lenticular.http.Limits;
import org.lenticular.http.Servlets;
import org.lenticular.ops.Logging;

/** The embedded Tomcat with the real servlets, and a fake protocol behind them. */
final class FakeService implements AutoCloseable {
    final FakeProtocol protocol = new FakeProtocol();
    final EmbeddedTomcat tomcat;
    private final int port;

    static {
        Logging.alone();
    }

    private FakeService(Duration bodyTime, Config.Service service) throws IOException, LifecycleException {
        Config.Limits limits = Limits.of(100_000, 10_000, bodyTime);
        Endpoints endpoints = new Endpoints(
                protocol,
                protocol,
                protocol,
                protocol,
                protocol,
                () -> "<h1>Home</h1>",
                new Endpoints.Documents(protocol, Set.of("/vo/datalink/availability")),
                () -> List.of("it is a fake"));
        tomcat =
                EmbeddedTomcat.start("127.0.0.1", 0, context -> Servlets.register(context, service, limits, endpoints));
        port = tomcat.port();
    }

    static FakeService start() {
        return start(Duration.ofSeconds(10));
    }

    static FakeService start(Duration bodyTime) {
        return start(bodyTime, new Config.Service("Fake", Optional.empty(), List.of()));
    }

    static FakeService start(Duration bodyTime, Config.Service service) {
        try {
            return new FakeService(bodyTime, service);
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    Socket connect() throws IOException {
        return new Socket("127.0.0.1", port);
    }

    /** Sends these bytes as they are, and reads until the server closes. */
    String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException, LifecycleException {
        protocol.release.countDown();
        tomcat.close();
    }
}
