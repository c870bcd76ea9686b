package org.lenticular.location;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;

/** Rule 9: what {@code cloud_access} says and what {@code access_url} hands out are one. */
class CloudAccessTest {
    private static final List<Place> PLACES =
            List.of(Places.MAIN, Places.EAST, Places.ALSO_EAST, Places.listed(Places.OPEN), Places.NOWHERE);
    private static final CopyChooser COPIES = new CopyChooser("stars", PLACES);
    /** All clouds, in every form that their places hand out unsigned. */
    private static final List<Place> ALL = List.of(
            Places.MAIN,
            Places.EAST,
            Places.GOOGLE,
            Places.ALSO_EAST,
            Places.listed(Places.OPEN),
            Places.WEB,
            Places.GOOGLE_WEB,
            Places.NOWHERE);

    private static final CopyChooser CLOUDS = new CopyChooser("stars", ALL);

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
    void eachProviderHasItsOwn() throws JsonProcessingException {
        Product product = Product.at("a.fits", Map.of("gc:web", Held.at("other.fits"), "aws:open", Held.NOT));
        JsonNode cloud = new ObjectMapper().readTree(CLOUDS.cloudAccess(product));
        assertThat(cloud.fieldNames()).toIterable().containsExactly("aws", "gc");
        assertThat(cloud.get("aws").findValuesAsText("bucket_name")).containsExactly("example", "webbed");
        assertThat(cloud.get("gc").findValuesAsText("key")).containsExactly("d/a.fits", "d/other.fits");
        assertThat(cloud.get("gc").findValuesAsText("region")).containsOnly("us-central1");
    }

    @Test
    void anAddressInABucketThatIsHandedOutIsAmongThem() throws JsonProcessingException {
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            List<String> wishes = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                wishes.add(names().get(random.nextInt(names().size())));
            }
            Product product = Product.at(path(random), holdings(random));
            Choice choice = CLOUDS.choose(product, CLOUDS.wanted(wishes), "https://us.example.org");
            CloudObject.of(choice.text())
                    .ifPresent(object -> assertThat(told(product)).contains(object));
            assertThat(choice.text() == null).isEqualTo(choice.fault() != null);
        }
    }

    @Test
    void whatIsToldIsWhatAllSourcesTogetherHandOutAndFitsTheSchema() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/cloud_access.schema.json")));
        int several = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            Product product = Product.at(path(random), holdings(random));
            Set<CloudObject> handedOut = new LinkedHashSet<>();
            for (Choice choice : CLOUDS.each(product, "https://us.example.org")) {
                CloudObject.of(choice.text()).ifPresent(handedOut::add);
            }
            assertThat(told(product)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(handedOut);
            String json = CLOUDS.cloudAccess(product);
            if (json != null) {
                assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
                several += json.contains("[{") ? 1 : 0;
            }
        }
        assertThat(several).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"aws\": []}",
                "{\"aws\": {\"bucket_name\": \"b\", \"region\": \"r\", \"key\": \"k\"}}",
                "{\"aws\": {\"bucket_name\": \"b\", \"region\": \"r\", \"access\": \"all\", \"key\": \"k\"}}",
                "{\"aws\": {\"bucket_name\": \"b/c\", \"region\": \"r\", \"access\": \"open\", \"key\": \"k\"}}",
                "{\"aws\": [{\"bucket_name\": \"b\", \"region\": \"r\", \"access\": \"open\", \"key\": \"k\"}]}",
                "{\"a w\": {\"bucket_name\": \"b\", \"region\": \"r\", \"access\": \"open\", \"key\": \"k\"}}"
            })
    void theSchemaRefusesWhatIsNone(String json) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/cloud_access.schema.json")));
        assertThat(schema.validate(json, InputFormat.JSON)).isNotEmpty();
    }

    /** An object in a cloud, as a client takes it from an address: not decoded where that is a location, decoded where it is of the web. */
    private record CloudObject(String provider, String bucket, String key) {
        private static final Pattern LOCATION = Pattern.compile("(s3|gs)://([^/]*)/(.*)", Pattern.DOTALL);
        private static final Pattern AMAZON =
                Pattern.compile("https://(?:([^./]*)\\.)?s3\\.[a-z0-9-]*\\.amazonaws\\.com/.*");

        static Optional<CloudObject> of(@Nullable String address) {
            Matcher location = LOCATION.matcher(address == null ? "" : address);
            if (location.matches()) {
                return Optional.of(new CloudObject(
                        location.group(1).equals("s3") ? "aws" : "gc", location.group(2), location.group(3)));
            }
            Matcher amazon = AMAZON.matcher(address == null ? "" : address);
            if (amazon.matches() && amazon.group(1) != null) {
                String path = URI.create(amazon.group()).getPath();
                return Optional.of(new CloudObject("aws", amazon.group(1), path.substring(1)));
            }
            if (amazon.matches() || address != null && address.startsWith("https://storage.googleapis.com/")) {
                String[] parts = URI.create(address).getPath().split("/", 3);
                return Optional.of(new CloudObject(amazon.matches() ? "aws" : "gc", parts[1], parts[2]));
            }
            return Optional.empty();
        }
    }

    private static List<CloudObject> told(Product product) {
        List<CloudObject> told = new ArrayList<>();
        String json = CLOUDS.cloudAccess(product);
        try {
            JsonNode cloud = new ObjectMapper().readTree(json == null ? "{}" : json);
            for (Map.Entry<String, JsonNode> provider : cloud.properties()) {
                for (JsonNode copy : objects(provider.getValue())) {
                    told.add(new CloudObject(
                            provider.getKey(),
                            copy.get("bucket_name").textValue(),
                            copy.get("key").textValue()));
                }
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
        return told;
    }

    private static String path(Random random) {
        int[] characters = "ab/ +%#?\"\\é𝔐".codePoints().toArray();
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            path.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return path.toString();
    }

    /** Whole locations are in the cloud of the place that they are at: what the loader sees to. */
    private static Map<String, Held> holdings(Random random) {
        Map<String, Held> held = new HashMap<>();
        for (String name : names()) {
            // A web server's copies are on the web.
            if (!name.equals("main-server") && random.nextBoolean()) {
                held.put(
                        name,
                        switch (random.nextInt(4)) {
                            case 0 -> Held.NOT;
                            case 1 -> new Held(true, null, null, null);
                            case 2 -> Held.at(path(random));
                            default -> Held.at((name.startsWith("gc") ? "gs" : "s3") + "://another/" + path(random));
                        });
            }
        }
        return held;
    }

    private static List<String> names() {
        return ALL.stream().map(place -> place.source().name()).toList();
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
