package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Element;

/** Every {@code cloud_access} that the example has, in SIA and DataLink answers: as the published schema wants it, and of one mind with {@code access_url}. */
@ExtendWith(SharedServer.class)
final class CloudAccessIT {
    private static final String WHOLE_SKY = "&POS=0,0&SIZE=360,180&MAXREC=5000";
    private static final List<String> SOURCES =
            List.of("", "source=main-server", "source=aws:us-east1,main-server", "source=aws:us-east1");

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonSchema schema;

    CloudAccessIT() throws IOException {
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/cloud_access.schema.json")));
    }

    /** The rows, each by the names of its columns. */
    private List<Map<String, String>> post(RunningServer server, String address, String form)
            throws IOException, InterruptedException {
        Answer answer = Answer.of(client.send(
                HttpRequest.newBuilder(server.address(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofByteArray()));
        assertThat(answer.outcome()).as(answer.toString()).isEqualTo("OK");
        List<Element> fields = answer.elements("FIELD");
        List<Element> cells = answer.elements("TD");
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (i % fields.size() == 0) {
                rows.add(new HashMap<>());
            }
            String name = fields.get(i % fields.size()).getAttribute("name");
            rows.get(rows.size() - 1).put(name, cells.get(i).getTextContent());
        }
        return rows;
    }

    private void check(Map<String, String> row) throws IOException {
        String json = row.getOrDefault("cloud_access", "");
        String address = row.getOrDefault("access_url", "");
        JsonNode cloud = new ObjectMapper().readTree(json);
        assertThat(schema.validate(cloud)).as(json).isEmpty();
        JsonNode aws = cloud.get("aws");
        List<String> locations = new ArrayList<>();
        for (JsonNode copy : aws.isArray() ? aws : List.of(aws)) {
            locations.add("s3://" + copy.get("bucket_name").textValue() + "/"
                    + copy.get("key").textValue());
        }
        if (address.startsWith("s3://")) {
            assertThat(locations).contains(address);
        } else {
            assertThat(address).startsWith("https://");
            assertThat(locations)
                    .allSatisfy(location -> assertThat(Path.of(location).getFileName())
                            .isEqualTo(Path.of(address).getFileName()));
        }
    }

    @Test
    void imagesOfBothCollections(RunningServer server) throws Exception {
        for (String source : SOURCES) {
            for (Map<String, String> image : post(server, "/vo/sia?table=chanmaster" + WHOLE_SKY, source)) {
                check(image);
            }
            List<Map<String, String>> images = post(server, "/vo/sia?table=tess" + WHOLE_SKY, source);
            assertThat(images).hasSize(1088);
            for (Map<String, String> image : images) {
                check(image);
            }
        }
    }

    @Test
    void linksOfAllThatThereIs(RunningServer server) throws Exception {
        String datasets = Files.readAllLines(Path.of("conf/example/products.ecsv")).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("dataset,"))
                .map(line -> "ID=" + line.substring(0, line.indexOf(',')))
                .distinct()
                .collect(Collectors.joining("&"));
        String images = post(server, "/vo/sia?table=tess" + WHOLE_SKY, "").stream()
                .map(image -> "ID=" + URLEncoder.encode(image.get("obs_publisher_did"), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        for (String source : SOURCES) {
            List<Map<String, String>> links = post(server, "/vo/datalink/chanmaster", datasets + "&" + source);
            assertThat(links).hasSizeGreaterThan(20);
            links.addAll(post(server, "/vo/datalink", images + "&" + source));
            assertThat(links).hasSizeGreaterThan(1088);
            for (Map<String, String> link : links) {
                check(link);
            }
        }
    }
}
