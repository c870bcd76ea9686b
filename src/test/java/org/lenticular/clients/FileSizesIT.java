package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive's table says nothing of sizes; what a list or an audit says of them is what SIA 2.0 answers with. */
final class FileSizesIT {
    private static final String CONFIGURATION = """
            sources:
              here: { kind: file, folder: files }
              web: { kind: http, base: "https://archive.example.org/" }
            collections:
              own:
                table: t.csv
                datasets: { id: "own-{name}", products: [ { path: "{name}" } ] }
                sources: { here: {} }
              listed:
                table: t.csv
                datasets: { id: "listed-{name}", products: [ { path: "{name}" } ] }
                sources: { web: { holds: { table: list.csv } } }
            """;

    private static final String SIZES = "/vo/sia2/query?RESPONSEFORMAT=csv&COLLECTION=";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path config() throws IOException {
        Files.createDirectories(folder.resolve("files"));
        Files.write(folder.resolve("files/a.fits"), new byte[2880]);
        Files.write(folder.resolve("files/b.fits"), new byte[5000]);
        Files.writeString(folder.resolve("t.csv"), "name,s_ra,s_dec\na.fits,1,2\nb.fits,1,2.1\n");
        Files.writeString(folder.resolve("list.csv"), "path,size\na.fits,1000001\nb.fits,\n");
        return Files.writeString(folder.resolve("lenticular.yaml"), CONFIGURATION);
    }

    private void run(Path config, String... words) {
        List<String> command = new ArrayList<>(
                List.of(RunningServer.java(), "-jar", RunningServer.war().toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--config", config.toString()));
        Command.run(folder, command).succeeded();
    }

    /** Path and size of each image of a collection. */
    private static List<String> sizes(RunningServer server, String collection) throws Exception {
        List<String> lines = get(server, SIZES + collection).lines().toList();
        List<String> names = List.of(lines.get(0).split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> cells[names.indexOf("access_url")].replaceAll(".*/([^/?]*).*", "$1") + " "
                        + cells[names.indexOf("access_estsize")])
                .sorted()
                .toList();
    }

    private static String get(RunningServer server, String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.address(address)).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    @DisplayName("after audit --write, the folder's own files have their sizes; listed copies have them after the load")
    void sizes() throws Exception {
        Path config = config();
        run(config, "load");
        run(config, "audit", "--write", "own");
        try (RunningServer server = RunningServer.serve(folder, config)) {
            assertThat(sizes(server, "own")).containsExactly("a.fits 3", "b.fits 5");
            assertThat(sizes(server, "listed")).containsExactly("a.fits 1001", "b.fits ");
            assertThat(get(server, "/vo/sia2/query?RESPONSEFORMAT=csv&FACETS=bytes")
                            .lines())
                    .contains("bytes,below 1 MB,2", "bytes,1 to 10 MB,1", "bytes,,1");
        }
    }
}
