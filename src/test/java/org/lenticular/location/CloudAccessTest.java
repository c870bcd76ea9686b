package org.lenticular.location;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;

/** Rule 9: what {@code cloud_access} says and what {@code access_url} hands out are one. */
class CloudAccessTest {
    private static final List<Place> PLACES =
            List.of(Places.MAIN, Places.EAST, Places.ALSO_EAST, Places.listed(Places.OPEN), Places.NOWHERE);
    private static final CopyChooser COPIES = new CopyChooser("stars", PLACES);

    @Test
    void oneCopyIsOneObject() {
        assertThat(COPIES.cloudAccess(Product.at("8/a \"b\".fits", Map.of())))
                .as("though two sources lead to it")
                .isEqualTo("{\"aws\": {\"bucket_name\": \"example\", \"region\": \"us-east-1\","
                        + " \"access\": \"region\", \"key\": \"FTP/8/a \\\"b\\\".fits\"}}");
    }

    @Test
    void aKeyInAnyAlphabetIsToldInAscii() throws JsonProcessingException {
        Product product = Product.at("8/é 日本 \uD835\uDD10~\u007F.fits", Map.of());
        assertThat(COPIES.cloudAccess(product))
                .isASCII()
                .contains("\\u00E9 \\u65E5\\u672C \\uD835\\uDD10~\\u007F.fits");
        assertThat(cloud(product).get("key").textValue()).isEqualTo("FTP/8/é 日本 \uD835\uDD10~\u007F.fits");
    }

    @Test
    void severalCopiesAreAListInTheOrderOfTheSources() throws JsonProcessingException {
        JsonNode aws = cloud(Product.at(
                "a.fits",
                Map.of("aws:us-east2", Held.at("other.fits"), "aws:open", Held.at("s3://third/x"), "gc", Held.NOT)));
        assertThat(aws).hasSize(3);
        assertThat(aws.findValuesAsText("key")).containsExactly("FTP/a.fits", "FTP/other.fits", "x");
        assertThat(aws.findValuesAsText("bucket_name")).containsExactly("example", "example", "third");
    }

    @Test
    void withoutACopyInACloudThereIsNothing() {
        assertThat(COPIES.cloudAccess(Product.at("a.fits", Map.of("aws:us-east1", Held.NOT, "aws:us-east2", Held.NOT))))
                .isNull();
    }

    @Test
    void anAddressInABucketThatIsHandedOutIsAmongThem() throws JsonProcessingException {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<String> wishes = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                wishes.add(names().get(random.nextInt(names().size())));
            }
            isAmongThem(path(random), holdings(random), wishes);
        }
    }

    private static void isAmongThem(String path, Map<String, Held> held, List<String> sources)
            throws JsonProcessingException {
        Product product = Product.at(path, held);
        Choice choice = COPIES.choose(product, COPIES.wanted(sources), "https://us.example.org");
        String address = choice.text();
        if (address != null && address.startsWith("s3://")) {
            List<String> addresses = new ArrayList<>();
            for (JsonNode copy : objects(cloud(product))) {
                addresses.add("s3://" + copy.get("bucket_name").asText() + "/"
                        + copy.get("key").asText());
                assertThat(copy.get("key").asText()).doesNotStartWith("/");
            }
            assertThat(addresses).contains(address).doesNotHaveDuplicates();
        }
        assertThat(address == null).isEqualTo(choice.fault() != null);
    }

    private static String path(Random random) {
        int[] characters = "ab/ +%#?\"\\é𝔐".codePoints().toArray();
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            path.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return path.toString();
    }

    private static Map<String, Held> holdings(Random random) {
        Map<String, Held> held = new HashMap<>();
        for (String name : names()) {
            // A web server's copies are on the web: what the loader must see to.
            if (!name.equals("main-server") && random.nextBoolean()) {
                held.put(
                        name,
                        switch (random.nextInt(4)) {
                            case 0 -> Held.NOT;
                            case 1 -> new Held(true, null, null, null);
                            case 2 -> Held.at(path(random));
                            default -> Held.at("s3://another/k" + path(random));
                        });
            }
        }
        return held;
    }

    private static List<String> names() {
        return PLACES.stream().map(place -> place.source().name()).toList();
    }

    private static JsonNode cloud(Product product) throws JsonProcessingException {
        return new ObjectMapper()
                .readTree(Objects.requireNonNull(COPIES.cloudAccess(product)))
                .get("aws");
    }

    private static Iterable<JsonNode> objects(JsonNode cloud) {
        return cloud.isArray() ? cloud : List.of(cloud);
    }
}
