package org.lenticular.location.s3;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server on a free port that does with each request what a test says, well or badly; one connection for each request. */
public final class FaultyServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Deed deed;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** What is done with one request. */
    public interface Deed {
        /** @param request its head, as it came */
        void answer(Socket client, String request) throws IOException;
    }

    private FaultyServer(ServerSocket listening, Deed deed) {
        this.listening = listening;
        this.deed = deed;
        Thread thread = new Thread(this::accept, "faulty-server");
        thread.setDaemon(true);
        thread.start();
    }

    public static FaultyServer doing(Deed deed) throws IOException {
        return on(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), deed);
    }

    /** On a socket of the test's, such as one with TLS. */
    public static FaultyServer on(ServerSocket listening, Deed deed) {
        return new FaultyServer(listening, deed);
    }

    /** With TLS and a certificate that nobody signed; it answers nothing. */
    public static FaultyServer withOwnCertificate(Path folder) throws Exception {
        return on(tls(folder), (client, request) -> {});
    }

    private static ServerSocket tls(Path folder) throws Exception {
        Path store = folder.resolve("own.p12");
        List<String> make = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair -alias own -keyalg EC -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -storepass secret -keystore");
        Process keytool = new ProcessBuilder(Stream.of(
                                Stream.of(make.get(0)), Stream.of(make.get(1).split(" ")), Stream.of(store.toString()))
                        .flatMap(words -> words)
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new AssertionError(said);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(store.toFile(), "secret".toCharArray()), "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    /** Answers each method with a whole response of its own. */
    public static FaultyServer saying(String toHead, String toGet) throws IOException {
        return doing((client, request) -> write(client, request.startsWith("HEAD ") ? toHead : toGet));
    }

    /** Takes requests, and answers none. */
    static FaultyServer hung() throws IOException {
        return doing((client, request) -> client.getInputStream().read());
    }

    /** A response without a body. */
    public static String status(int status, String... headers) {
        return response(status, "", headers);
    }

    /** An error as S3 tells it. */
    public static String error(int status, String code, String... headers) {
        return response(
                status,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code
                        + "</Code><Message>No.</Message></Error>",
                headers);
    }

    static String response(int status, String body, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "HTTP/1.1 " + status + " X\r\nConnection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n" + more + "\r\n" + body;
    }

    public static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    /** Writes a beginning, and then breaks the connection off as a machine does that dies. */
    static void writeAndReset(Socket client, String text) throws IOException {
        write(client, text);
        client.setSoLinger(true, 0);
    }

    public String endpoint() {
        return "http://" + host();
    }

    public String host() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    /** The heads of all requests so far. */
    List<String> requests() {
        return requests;
    }

    /** Of a place here; a busy machine is waited for. */
    Map<String, String> settings() {
        return Map.of("bucket", "images", "endpoint", endpoint(), "timeout", "60s");
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                Thread thread = new Thread(() -> serve(client), "faulty-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // Closed: so it ends.
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String request = head(client);
            requests.add(request);
            deed.answer(client, request);
        } catch (IOException e) {
            // The client went away, or the test is over.
            open.remove(client);
        }
    }

    private static String head(Socket client) throws IOException {
        InputStream in = new BufferedInputStream(client.getInputStream(), 1);
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("no whole request");
            }
            head.append((char) c);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket client : open) {
            client.close();
        }
    }
}
