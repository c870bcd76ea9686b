package org.lenticular.cli;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.lenticular.config.Config;
import org.lenticular.http.Endpoints;
import org.lenticular.http.Servlets;
import org.lenticular.ops.Logging;
import org.lenticular.protocol.Protocol;

/**
 * How many whole SIA answers a second our Tomcat serves, against a fixed answer of the same length through the same Tomcat, filter and log: in
 * turns, by the same client on the same machine. What is compared is the ratio: the client takes its share of the processors in both.
 */
public final class ServingBench {
    private static final int ROUNDS = 9;
    private static final int REQUESTS = 4_000;

    private ServingBench() {}

    /** Prints one line a round, and the median of the ratios. */
    public static double run(Protocol sia) throws Exception {
        Logging.alone().close(); // not a line a request: it would be measured too, on both sides
        byte[][] fixed = {new byte[0]};
        Endpoints endpoints = new Endpoints(sia, sia, sia, () -> "", sia, List::of);
        Config.Service service = new Config.Service("Bench", Optional.empty(), List.of());
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.start("127.0.0.1", 0, context -> {
            Servlets.register(context, service, Config.Limits.DEFAULT, endpoints);
            context.addServlet("fixed", new Fixed(fixed)).addMapping("/fixed");
        })) {
            fixed[0] = new byte[length(tomcat.port())];
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double same = rate(tomcat.port(), i -> "/fixed?i=" + i);
                double answers = rate(tomcat.port(), ServingBench::cone);
                ratios.add(answers / same);
                System.out.printf(
                        Locale.ROOT,
                        "fixed answer of %d bytes %7.0f/s   SIA answers %7.0f/s   ratio %.2f%n",
                        fixed[0].length,
                        same,
                        answers,
                        answers / same);
            }
            ratios.sort(null);
            return ratios.get(ROUNDS / 2);
        }
    }

    private static String cone(int i) {
        Random random = new Random(i);
        double ra = random.nextDouble() * 360;
        double dec = Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1));
        return "/vo/sia?POS=" + ra + "," + dec + "&SIZE=0.2";
    }

    private static int length(int port) throws IOException {
        try (Client client = new Client(port)) {
            int sum = 0;
            for (int i = 0; i < 100; i++) {
                sum += client.get(cone(i));
            }
            return sum / 100;
        }
    }

    private static double rate(int port, IntFunction<String> path) throws Exception {
        long start = System.nanoTime();
        Thread[] clients = new Thread[2];
        for (int c = 0; c < clients.length; c++) {
            int first = c * REQUESTS / clients.length;
            clients[c] = new Thread(() -> {
                try (Client client = new Client(port)) {
                    for (int i = first; i < first + REQUESTS / clients.length; i++) {
                        client.get(path.apply(i));
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
        return REQUESTS / ((System.nanoTime() - start) / 1e9);
    }

    /** One connection that stays open. */
    private static final class Client implements AutoCloseable {
        private final int port;
        private Socket socket;
        private InputStream in;
        private int left;

        Client(int port) throws IOException {
            this.port = port;
            this.socket = new Socket("127.0.0.1", port);
            this.in = new BufferedInputStream(socket.getInputStream(), 65_536);
            this.left = 900;
        }

        /** The length of the body. */
        int get(String path) throws IOException {
            if (left-- == 0) {
                // Our Tomcat ends a connection after a thousand requests.
                socket.close();
                socket = new Socket("127.0.0.1", port);
                in = new BufferedInputStream(socket.getInputStream(), 65_536);
                left = 900;
            }
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: bench\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            int length = -1;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            if (length < 0) {
                throw new IOException("an answer without its length");
            }
            in.skipNBytes(length);
            return length;
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

        Fixed(byte[][] answer) {
            this.answer = answer;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/xml");
            response.setContentLength(answer[0].length);
            response.getOutputStream().write(answer[0]);
        }
    }
}
