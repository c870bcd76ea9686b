package org.lenticular.clients;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every case of {@code src/test/resources/cases} is asked of the running server: what good requests get, and what each
 * mistake is told. The files are written so that one who knows the sky but no Java can read and add to them.
 */
@ExtendWith(SharedServer.class)
final class RequestCasesIT {
    private static final Path CASES = Path.of("src/test/resources/cases");

    private final HttpClient client = HttpClient.newHttpClient();

    @TestFactory
    List<DynamicNode> cases(RunningServer server) throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.toString().endsWith(".case"))
                    .sorted()
                    .<DynamicNode>map(file -> cases(server, file))
                    .toList();
        }
    }

    private DynamicNode cases(RunningServer server, Path file) {
        Stream<DynamicNode> tests = CaseFile.read(file).stream().map(one -> {
            URI place = URI.create(file.toAbsolutePath().toUri() + "?line=" + one.line());
            String name = "%s:%d: %s".formatted(CASES.relativize(file), one.line(), one.title());
            return dynamicTest(name, place, () -> run(server, one));
        });
        return dynamicContainer(CASES.relativize(file).toString(), tests);
    }

    private void run(RunningServer server, RequestCase one) throws IOException, InterruptedException {
        HttpRequest request = one.request(server.base());
        Answer answer = Answer.of(client.send(request, BodyHandlers.ofByteArray()));
        try {
            Expectation.checkAlways(answer);
            one.expectations().forEach(expectation -> expectation.check(answer));
        } catch (AssertionError e) {
            throw new AssertionError("%s: %s %s%n%s%nThe answer: %s"
                    .formatted(one.title(), request.method(), request.uri(), e.getMessage(), answer));
        }
    }
}
