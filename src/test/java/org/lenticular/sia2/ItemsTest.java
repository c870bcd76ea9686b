package org.lenticular.sia2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lenticular.stac.StacSchemas;
import org.lenticular.table.VotableDocument;

/** Images as items of STAC: valid, the same images as in the VOTable, and never at odds with its addresses and cloud_access. */
class ItemsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Telescopes telescopes = new Telescopes();

    private JsonNode collection(String... parameters) throws IOException {
        String[] asked = Arrays.copyOf(parameters, parameters.length + 1);
        asked[parameters.length] = "RESPONSEFORMAT=geojson";
        Telescopes.Reply reply = telescopes.ask(asked);
        assertThat(reply.answer().contentType()).isEqualTo("application/geo+json");
        return JSON.readTree(reply.body());
    }

    private static List<JsonNode> items(JsonNode collection) {
        List<JsonNode> items = new ArrayList<>();
        collection.get("features").forEach(items::add);
        return items;
    }

    @Test
    void eachImageIsAnItemThatStacsSchemasTake() throws IOException {
        JsonNode all = collection();
        assertThat(items(all))
                .hasSize(7)
                .allSatisfy(item -> assertThat(StacSchemas.faults(item)).isEmpty());
        assertThat(all.get("type").textValue()).isEqualTo("FeatureCollection");
        assertThat(all.get("numberReturned").intValue()).isEqualTo(7);
        assertThat(all.get("status").textValue()).isEqualTo("OK");
        assertThat(all.at("/links/0/rel").textValue()).isEqualTo("self");
    }

    @Test
    void theSchemasRefuseWhatIsNoItem() throws IOException {
        JsonNode item = items(collection()).get(1);
        assertThat(StacSchemas.faults(((ObjectNode) item.deepCopy()).without("id")))
                .isNotEmpty();
        JsonNode unschemed = item.deepCopy();
        ((ObjectNode) unschemed.get("properties")).remove("storage:schemes");
        assertThat(StacSchemas.faults(unschemed)).isNotEmpty();
    }

    @Test
    void addressesAndCloudsAreThoseOfTheVotable() throws IOException {
        for (String source : List.of("", "aws:us-east1", "main-server")) {
            String[] asked = source.isEmpty() ? new String[0] : new String[] {"source=" + source};
            VotableDocument table = telescopes.ask(asked).votable();
            List<JsonNode> items = items(collection(asked));
            for (int i = 0; i < items.size(); i++) {
                JsonNode assets = items.get(i).get("assets");
                String address = table.column("access_url").get(i);
                JsonNode cloud =
                        JSON.readTree(table.column("cloud_access").get(i)).at("/aws");
                String object = "s3://" + cloud.get("bucket_name").textValue() + "/"
                        + cloud.get("key").textValue();
                boolean linked = assets.has("links");
                assertThat((linked ? assets.at("/links/href") : assets.at("/image/href")).textValue())
                        .isEqualTo(address);
                JsonNode copy = linked
                        ? assets.get("aws:us-east1")
                        : address.equals(object) ? assets.get("image") : assets.at("/image/alternate/aws:us-east1");
                assertThat(copy.get("href").textValue()).isEqualTo(object);
                String scheme = copy.at("/storage:refs/0").textValue();
                assertThat(items.get(i)
                                .at("/properties/storage:schemes")
                                .get(scheme)
                                .get("bucket"))
                        .isEqualTo(cloud.get("bucket_name"));
                assertThat(items.get(i)
                                .at("/properties/storage:schemes")
                                .get(scheme)
                                .get("region"))
                        .isEqualTo(cloud.get("region"));
            }
        }
    }

    @Test
    void timesAreUtcAsTheColumnsAre() throws IOException {
        VotableDocument table = telescopes.ask().votable();
        List<JsonNode> items = items(collection());
        for (int i = 0; i < items.size(); i++) {
            JsonNode properties = items.get(i).get("properties");
            String from = table.column("t_min").get(i);
            assertThat(properties.has("datetime")).isTrue();
            if (from.isEmpty()) {
                assertThat(properties.get("start_datetime").textValue()).isEqualTo("0001-01-01T00:00:00Z");
            } else {
                assertThat(properties.get("t_min").decimalValue()).isEqualByComparingTo(from);
            }
        }
        assertThat(items)
                .anyMatch(item -> item.at("/properties/datetime").isTextual()
                        || item.at("/properties/start_datetime").textValue().startsWith("2"));
    }

    @Test
    void aCutAnswerSaysWhereItGoesOn() throws IOException {
        JsonNode cut = collection("MAXREC=2");
        assertThat(items(cut)).hasSize(2);
        assertThat(cut.get("status").textValue()).isEqualTo("OVERFLOW");
        assertThat(cut.at("/links/1/rel").textValue()).isEqualTo("next");
        assertThat(cut.at("/links/1/href").textValue()).contains("CURSOR=", "RESPONSEFORMAT=geojson");
        assertThat(items(collection("MAXREC=0"))).isEmpty();
    }

    @Test
    void numbersAreNoImagesAndMistakesAreJson() throws IOException {
        Telescopes.Reply reply = telescopes.ask("COUNT=true", "RESPONSEFORMAT=geojson");
        assertThat(reply.answer().status()).isEqualTo(400);
        assertThat(reply.answer().contentType()).isEqualTo("application/json");
        assertThat(JSON.readTree(reply.body()).get("message").textValue()).contains("geojson is for images");
    }
}
