package org.lenticular.location.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Stands before a server, and lets in as Amazon does where the requester pays: who says that it will, in a header or in a signed parameter. */
final class PayingGate implements AutoCloseable {
    private static final byte[] DENIED =
            "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"
                    .getBytes(StandardCharsets.UTF_8);

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String behind;

    PayingGate(String behind) throws IOException {
        this.behind = behind;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        boolean bySignature = List.of(query.split("&")).contains("x-amz-request-payer=requester")
                && query.contains("X-Amz-Signature=");
        boolean byHeader = "requester".equals(exchange.getRequestHeaders().getFirst("x-amz-request-payer"));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (!bySignature && !byHeader) {
            answer(exchange, 403, DENIED, head);
            return;
        }
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody());
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            for (String name : List.of("ETag", "Last-Modified", "Content-Type")) {
                Optional<String> value = response.headers().firstValue(name);
                value.ifPresent(text -> exchange.getResponseHeaders().set(name, text));
            }
            if (head) {
                response.headers()
                        .firstValue("Content-Length")
                        .ifPresent(text -> exchange.getResponseHeaders().set("Content-Length", text));
            }
            answer(exchange, response.statusCode(), response.body(), head);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body, boolean head) throws IOException {
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
