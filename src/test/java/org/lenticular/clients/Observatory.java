package org.lenticular.clients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A small observatory: a folder of files that Lenticular sends itself, and a mirror, another web server, that has copies of some. In the folder lie also
 * things that must never get out: links that lead elsewhere, a pipe; and the table lists paths that no honest table has.
 */
final class Observatory implements AutoCloseable {
    /** What lies beside the folder, and is in no answer. */
    static final String SECRET = "what nobody may read";

    private static final int CARD = 80;
    private static final int BLOCK = 2880;
    private static final int SIDE = 1000;
    private static final int HUGE = 64 << 20;

    final RunningServer server;
    final Path files;
    final byte[] image;

    /** The Range of each request that the mirror has had; "-" for none. */
    final List<String> mirrored = new CopyOnWriteArrayList<>();

    private final HttpServer mirror;

    private Observatory(Path home) throws IOException, InterruptedException {
        files = home.resolve("files");
        image = image();
        mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mirror.createContext("/", this::mirror);
        mirror.start();
        fill(home);
        Path configuration = Files.writeString(home.resolve("observatory.yaml"), """
                service: { title: Little Hill Observatory }
                sources:
                  here: { title: Our disk, kind: file, folder: files }
                  mirror: { title: A mirror, kind: http, base: "http://127.0.0.1:%d/" }
                collections:
                  hill:
                    table: hill.csv
                    bad_rows: 0.5
                    datasets:
                      id: "hill-{nr}"
                      products: [ { path: "{file}", content_type: "{type}" } ]
                """.formatted(
                        mirror.getAddress().getPort()));
        server = RunningServer.serve(home, configuration);
    }

    static Observatory open(Path home) throws IOException, InterruptedException {
        if (Files.exists(home)) {
            try (Stream<Path> old = Files.walk(home)) {
                for (Path path : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(home.resolve("files/2024"));
        return new Observatory(home);
    }

    private void fill(Path home) throws IOException, InterruptedException {
        Files.write(files.resolve("2024/m31.fits"), image);
        Files.write(files.resolve("2024/näher + \"fern\".fits"), image);
        Files.write(files.resolve("2024/100%.fits"), image);
        Files.writeString(files.resolve("log.txt"), "It was a clear night.\n".repeat(10_000));
        Files.createFile(files.resolve("empty.fits"));
        try (RandomAccessFile huge =
                new RandomAccessFile(files.resolve("huge.fits").toFile(), "rw")) {
            huge.setLength(HUGE);
        }
        Files.copy(files.resolve("huge.fits"), files.resolve("shrinks.fits"));
        Files.copy(files.resolve("huge.fits"), files.resolve("goes.fits"));

        Files.writeString(home.resolve("secret.txt"), SECRET);
        Files.createSymbolicLink(
                files.resolve("out.fits"), home.resolve("secret.txt").toAbsolutePath());
        Files.createSymbolicLink(files.resolve("up"), home.toAbsolutePath());
        Files.createSymbolicLink(files.resolve("in.fits"), Path.of("2024/m31.fits"));
        new ProcessBuilder("mkfifo", files.resolve("pipe").toString()).start().waitFor();

        StringBuilder table = new StringBuilder("nr,s_ra,s_dec,s_fov,obs_title,file,type\n");
        List<String> rows = List.of(
                "2024/m31.fits,image/fits",
                "2024/näher + \"fern\".fits,",
                "2024/100%.fits,",
                "log.txt,text/plain",
                "empty.fits,",
                "huge.fits,",
                "shrinks.fits,",
                "goes.fits,",
                "only-at-mirror.fits,image/fits",
                "in.fits,",
                "out.fits,",
                "up/secret.txt,",
                "up/files/in.fits,",
                "pipe,",
                "2024,directory",
                "../secret.txt,",
                "2024/../../secret.txt,",
                "/../secret.txt,",
                "%2e%2e/secret.txt,",
                "..%2fsecret.txt,",
                "..\\secret.txt,",
                "file://" + home.toAbsolutePath() + "/secret.txt,",
                "/etc/passwd,");
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i).split(",", 2);
            table.append(i)
                    .append(',')
                    .append(10 + i)
                    .append(",0,0.5,Night ")
                    .append(i)
                    .append(",\"");
            table.append(row[0].replace("\"", "\"\""))
                    .append("\",")
                    .append(row[1])
                    .append('\n');
        }
        Files.writeString(home.resolve("hill.csv"), table);
    }

    /** A FITS file of one image, 1000 × 1000 numbers of 16 bits, noise. */
    private static byte[] image() {
        String cards = Stream.of(
                        "SIMPLE  =                    T",
                        "BITPIX  =                   16",
                        "NAXIS   =                    2",
                        "NAXIS1  =                 " + SIDE,
                        "NAXIS2  =                 " + SIDE,
                        "OBJECT  = 'M 31    '",
                        "END")
                .map(card -> card + " ".repeat(CARD - card.length()))
                .reduce("", String::concat);
        int data = SIDE * SIDE * 2;
        ByteBuffer file = ByteBuffer.allocate(BLOCK + (data + BLOCK - 1) / BLOCK * BLOCK);
        file.put((cards + " ".repeat(BLOCK - cards.length())).getBytes(StandardCharsets.US_ASCII));
        byte[] pixels = new byte[data];
        new Random(31).nextBytes(pixels);
        return file.put(pixels).array();
    }

    /** A web server that knows one range at a time, and has every file: the image. */
    private void mirror(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        mirrored.add(range == null ? "-" : range);
        int from = 0;
        int end = image.length;
        if (range != null) {
            String[] ends = range.substring("bytes=".length()).split("-", 2);
            from = Integer.parseInt(ends[0]);
            end = ends[1].isEmpty() ? end : Math.min(end, Integer.parseInt(ends[1]) + 1);
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (end - 1) + "/" + image.length);
        }
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        exchange.sendResponseHeaders(range == null ? 200 : 206, end - from);
        try (exchange) {
            exchange.getResponseBody().write(image, from, end - from);
        }
    }

    @Override
    public void close() {
        server.close();
        mirror.stop(0);
    }
}
