package org.lenticular.cli;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.lenticular.config.Config;
import org.lenticular.http.Endpoints;
import org.lenticular.http.Servlets;
import org.lenticular.ops.Logging;

/**
 * How many answers a second our Tomcat serves, against a fixed answer of the same length through the same Tomcat, filter and log: in turns, by the same
 * client on the same machine. What is compared is the ratio: the client takes its share of the processors in both.
 */
public final class ServingBench {
    private static final int ROUNDS = 7;
    /** Rounds that are not counted: until then the compiler works beside the server, on the same processors. */
    private static final int WARM_UP = 5;

    private ServingBench() {}

    /**
     * What is asked.
     *
     * @param name for the table
     * @param requests in a round
     * @param request of a number: a path, or a path, a blank and the body of a POST; on a line of its own behind it, a header
     * @param target the least ratio that is wanted; 0 for none
     * @param against what it is compared with; empty for a fixed answer of the same length
     */
    public record Case(
            String name,
            int requests,
            IntFunction<String> request,
            double target,
            Optional<IntFunction<String>> against) {
        public Case(String name, int requests, IntFunction<String> request, double target) {
            this(name, requests, request, target, Optional.empty());
        }
    }

    /** Prints a line a round, and the median of the ratios. */
    public static void run(Endpoints endpoints, List<Case> cases) throws Exception {
        Logging.alone().close(); // not a line a request: it would be measured too, on both sides
        byte[][] fixed = {new byte[0]};
        int[] status = {200};
        Config.Service service = new Config.Service("Bench", Optional.empty(), List.of());
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.start("127.0.0.1", 0, context -> {
            Servlets.register(context, service, Config.Limits.DEFAULT, endpoints);
            context.addServlet("fixed", new Fixed(fixed, status)).addMapping("/fixed");
        })) {
            for (Case each : cases) {
                try (Client client = new Client(tomcat.port())) {
                    fixed[0] = new byte[client.get(each.request().apply(0))];
                    status[0] = client.status();
                }
                measure(each, tomcat.port());
            }
        }
    }

    private static void measure(Case each, int port) throws Exception {
        List<Double> ratios = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        List<Double> byBytes = new ArrayList<>();
        // The same request line and body: reading them is not what is compared.
        IntFunction<String> other =
                each.against().orElse(i -> each.request().apply(i).replaceFirst("^/[^? \n]*", "/fixed"));
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Rate same = rate(port, each.requests(), other);
            Rate answers = rate(port, each.requests(), each.request());
            if (round < 0) {
                continue;
            }
            ratios.add(answers.perSecond() / same.perSecond());
            shares.add(same.micros() / answers.micros());
            byBytes.add(same.micros() / answers.micros() * answers.bytes() / same.bytes());
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %7.0f/s %6.0f us %8.0f bytes   %s %7.0f/s %6.0f us %8.0f bytes   ratio %.2f, of processor time %.2f%n",
                    each.name(),
                    answers.perSecond(),
                    answers.micros(),
                    answers.bytes(),
                    each.against().isPresent() ? "against" : "fixed",
                    same.perSecond(),
                    same.micros(),
                    same.bytes(),
                    answers.perSecond() / same.perSecond(),
                    same.micros() / answers.micros());
        }
        ratios.sort(null);
        shares.sort(null);
        byBytes.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%-32s median ratio %.2f, of processor time %.2f, of that for a byte %s (%s)%n%n",
                each.name(),
                ratios.get(ROUNDS / 2),
                shares.get(ROUNDS / 2),
                byBytes.get(ROUNDS / 2) > 0 ? String.format(Locale.ROOT, "%.2f", byBytes.get(ROUNDS / 2)) : "none",
                each.target() > 0 ? "target " + each.target() : "no target");
    }

    /**
     * How fast a round was.
     *
     * @param perSecond by the clock on the wall, which on a machine that others use too measures them as well
     * @param micros of processor time a request takes, of the client, the server and all that collects and compiles for them
     * @param bytes of an answer's body
     */
    private record Rate(double perSecond, double micros, double bytes) {}

    private static Rate rate(int port, int requests, IntFunction<String> request) throws Exception {
        var process = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        long start = System.nanoTime();
        AtomicLong bytes = new AtomicLong();
        Thread[] clients = new Thread[2];
        for (int c = 0; c < clients.length; c++) {
            int first = c * requests / clients.length;
            clients[c] = new Thread(() -> {
                try (Client client = new Client(port)) {
                    for (int i = first; i < first + requests / clients.length; i++) {
                        bytes.addAndGet(client.get(request.apply(i)));
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            clients[c].start();
        }
        for (Thread client : clients) {
            client.join();
        }
        return new Rate(
                requests / ((System.nanoTime() - start) / 1e9),
                (process.getProcessCpuTime() - cpu) / 1e3 / requests,
                (double) bytes.get() / requests);
    }

    /** One connection that stays open. */
    private static final class Client implements AutoCloseable {
        private final int port;
        private Socket socket;
        private InputStream in;
        private int left;
        private int status;

        /** Of the last answer. */
        int status() {
            return status;
        }

        Client(int port) throws IOException {
            this.port = port;
            this.socket = new Socket("127.0.0.1", port);
            this.in = new BufferedInputStream(socket.getInputStream(), 65_536);
            this.left = 900;
        }

        /** The length of the body. */
        int get(String request) throws IOException {
            if (left-- == 0) {
                // Our Tomcat ends a connection after a thousand requests.
                socket.close();
                socket = new Socket("127.0.0.1", port);
                in = new BufferedInputStream(socket.getInputStream(), 65_536);
                left = 900;
            }
            String[] parts = request.split("\n", 2);
            String more = parts.length > 1 ? parts[1] + "\r\n" : "";
            int blank = parts[0].indexOf(' ');
            String head = blank < 0
                    ? "GET " + parts[0] + " HTTP/1.1\r\nHost: bench\r\n" + more + "\r\n"
                    : "POST " + parts[0].substring(0, blank) + " HTTP/1.1\r\nHost: bench\r\n" + more
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                            + (parts[0].length() - blank - 1) + "\r\n\r\n" + parts[0].substring(blank + 1);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return answer();
        }

        private int answer() throws IOException {
            String first = line();
            status = Integer.parseInt(first.substring(9, 12));
            if (!Set.of(200, 302, 304).contains(status)) {
                throw new IOException(first);
            }
            int length = status == 304 ? 0 : -1;
            boolean chunked = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                String lower = line.toLowerCase(Locale.ROOT);
                chunked |= lower.equals("transfer-encoding: chunked");
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            if (chunked) {
                return chunks();
            } else if (length < 0) {
                throw new IOException("an answer without its length");
            }
            in.skipNBytes(length);
            return length;
        }

        private int chunks() throws IOException {
            int all = 0;
            int size;
            do {
                size = Integer.parseInt(line(), 16);
                in.skipNBytes(size);
                line();
                all += size;
            } while (size > 0);
            return all;
        }

        private String line() throws IOException {
            byte[] line = new byte[200];
            int n = 0;
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("the connection ended");
                }
                if (b != '\r' && n < line.length) {
                    line[n++] = (byte) b;
                }
            }
            return new String(Arrays.copyOf(line, n), StandardCharsets.US_ASCII);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static final class Fixed extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient byte[][] answer;
        private final transient int[] status;

        Fixed(byte[][] answer, int[] status) {
            this.answer = answer;
            this.status = status;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            response.setStatus(status[0]);
            if (status[0] == HttpServletResponse.SC_NOT_MODIFIED) {
                return;
            } else if (status[0] == HttpServletResponse.SC_FOUND) {
                response.setHeader("Location", "https://bench.example.org/images/1/image1.fits");
            }
            response.setContentType("text/xml");
            response.setContentLength(answer[0].length);
            response.getOutputStream().write(answer[0]);
        }
    }
}
