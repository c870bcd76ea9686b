package org.lenticular.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.LinkAuth;
import org.lenticular.archive.Product;
import org.lenticular.archive.Template;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.ImageRecord;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.catalogue.sqlite.SqliteStore;
import org.lenticular.config.LinkedService;
import org.lenticular.config.SodaParams;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.Places;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.Served;
import org.lenticular.sky.Cap;
import org.lenticular.sky.Poly;
import org.lenticular.sky.Region;
import org.lenticular.sky.RegionProblem;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.Param;
import org.lenticular.table.VotableDocument;

/** Services of the operator's beside the products of each dataset: rows with service_def, and a descriptor behind the table for each. */
class LinkedServicesTest {
    private static final int MANY = 130;
    private static final String DESCRIPTOR = "/VOTABLE/RESOURCE[@type='meta'][@utype='adhoc:service']";

    private static final List<StoredColumn> COLUMNS = List.of(
            new StoredColumn(Column.text("obs id"), null, true),
            role("em_min"),
            role("em_max"),
            role("t_min"),
            role("t_max"),
            new StoredColumn(Column.text("pol_states"), "pol_states", true),
            new StoredColumn(Column.text("obs_publisher_did"), "obs_publisher_did", false));

    private static final LinkedService CUTOUT = service("cutout", "", soda("POS", "CIRCLE", "BAND", "TIME", "POL"));
    private static final LinkedService RENDER =
            service("render", "{dataset}", List.of(Param.text("form", "png"), new Param(Column.text("size"), "")));

    @TempDir
    private Path folder = Path.of("");

    private Catalogue catalogue = noCatalogue();

    private static Catalogue noCatalogue() {
        return new SqliteStore(Path.of("nowhere"), Duration.ofSeconds(1), 1).open();
    }

    private static StoredColumn role(String name) {
        return new StoredColumn(Column.scalar(name, Datatype.DOUBLE), name, false);
    }

    private static List<Param> soda(String... names) {
        return List.of(names).stream()
                .map(name -> new Param(SodaParams.named(name).orElseThrow(), ""))
                .toList();
    }

    private static LinkedService service(String name, String id, List<Param> inputs) {
        try {
            return new LinkedService(
                    name,
                    "Title of " + name,
                    Optional.of("What " + name + " does"),
                    name.equals("cutout") ? "#cutout" : "#proc",
                    name.equals("cutout") ? Optional.of("ivo://ivoa.net/std/SODA#sync-1.0") : Optional.empty(),
                    "https://services.example.org/" + name + "?a=1&b=<2>",
                    Optional.of("application/fits"),
                    Optional.of(LinkAuth.TRUE),
                    id.isEmpty() ? Optional.empty() : Optional.of(Template.parse(id)),
                    inputs,
                    Optional.of("https://services.example.org/" + name + "?ID=x"));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @BeforeEach
    void load() throws IOException, RegionProblem {
        SqliteStore store = new SqliteStore(folder, Duration.ofSeconds(60), 1);
        try (CatalogueWriter writer = store.write("stars")) {
            add(
                    writer,
                    "one",
                    Optional.of(Poly.of(10, 10, 11, 10, 11, 11, 10, 11)),
                    List.of("1", "3.0E-7", "5.0E-7", "58000", "58001.5", "/I/Q/", "ivo://stars/one"));
            add(writer, "two", Optional.of(Cap.of(20, 20, 1)), List.of("", "", "", "", "", "", "ivo://stars/two"));
            add(writer, "bare", Optional.empty(), List.of("3", "", "", "", "", "", ""));
            for (int i = 0; i < MANY; i++) {
                add(
                        writer,
                        "n" + i,
                        Optional.empty(),
                        List.of("", i + "", i + 1 + "", "", "", "", "ivo://stars/n" + i));
            }
            writer.product("folder", Product.at("folder/", Map.of()));
            writer.publish(COLUMNS, Set.of("main-server"), "stars");
        }
        catalogue.close();
        catalogue = store.open();
    }

    private static void add(CatalogueWriter writer, String id, Optional<Region> footprint, List<String> cells)
            throws IOException {
        writer.image(new ImageRecord(
                1, Optional.empty(), id, footprint, "image/fits", id + ".fits", Map.of(), new ArrayList<>(cells)));
        writer.product(id, Product.at(id + ".fits", Map.of()));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private VotableDocument ask(List<LinkedService> services, String... ids) throws IOException {
        Served served = new Served("stars", "Stars", new CopyChooser("stars", List.of(Places.MAIN)), services);
        DataLinkProtocol datalink =
                new DataLinkProtocol(catalogue, Map.of("stars", served), new DataLinkProtocol.Limits(1000, 1000, 1000));
        List<Map.Entry<String, String>> pairs =
                List.of(ids).stream().map(id -> Map.entry("ID", id)).toList();
        Answer answer = datalink.answer(new Request(Parameters.of(pairs), "/stars", "https://us.example", null));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Answer.Body body = answer.body()) {
            body.write(out);
        }
        return VotableDocument.read(out.toByteArray());
    }

    @Test
    void eachServiceIsARowBehindTheProductsOfTheDataset() throws IOException {
        VotableDocument answer = ask(List.of(CUTOUT, RENDER), "one", "unknown", "two");
        assertThat(answer.column("ID")).containsExactly("one", "one", "one", "unknown", "two", "two", "two");
        assertThat(answer.column("semantics"))
                .containsExactly("#this", "#cutout", "#proc", "#this", "#this", "#cutout", "#proc");
        assertThat(answer.column("service_def"))
                .containsExactly("", "cutout-1", "render-2", "", "", "cutout-3", "render-2");
        assertThat(answer.column("service_id"))
                .as("what each service calls the dataset")
                .containsExactly("", "ivo://stars/one", "one", "", "", "ivo://stars/two", "two");
        assertThat(answer.rows())
                .allSatisfy(row -> assertThat(List.of(row.get(1), row.get(2), row.get(3)).stream()
                                .filter(cell -> !cell.isEmpty()))
                        .as("one of address, service and error")
                        .hasSize(1));
        assertThat(answer.rows().get(1)).contains("What cutout does", "application/fits", "true", "false");
    }

    @Test
    void theDescriptorSaysHowToCallTheServiceAndWhatThisDatasetAllows() throws IOException {
        VotableDocument answer = ask(List.of(CUTOUT), "one");
        assertThat(answer.attributes(DESCRIPTOR, "ID")).containsExactly("cutout-1");
        assertThat(answer.attributes(DESCRIPTOR, "name")).containsExactly("Title of cutout");
        assertThat(answer.elements(DESCRIPTOR + "/DESCRIPTION").get(0).getTextContent())
                .isEqualTo("What cutout does");
        assertThat(answer.attributes(DESCRIPTOR + "/PARAM", "name"))
                .containsExactly("standardID", "accessURL", "contentType", "exampleURL");
        assertThat(answer.attributes(DESCRIPTOR + "/PARAM[@name='accessURL']", "value"))
                .containsExactly("https://services.example.org/cutout?a=1&b=<2>");
        String inputs = DESCRIPTOR + "/GROUP[@name='inputParams']/PARAM";
        assertThat(answer.attributes(inputs, "name")).containsExactly("ID", "POS", "CIRCLE", "BAND", "TIME", "POL");
        assertThat(answer.attributes(inputs, "value"))
                .as("the client gives them")
                .containsOnly("");
        assertThat(answer.attributes(inputs + "[@name='ID']", "ref"))
                .containsExactly(answer.field("service_id").getAttribute("ID"));
        assertThat(answer.attributes(inputs + "[@name='POS']/VALUES/MAX", "value"))
                .containsExactly("POLYGON 10 11 11 11 11 10 10 10");
        assertThat(answer.attributes(inputs + "[@name='BAND']/VALUES/*", "value"))
                .containsExactly("3.0E-7", "5.0E-7");
        assertThat(answer.attributes(inputs + "[@name='TIME']/VALUES/*", "value"))
                .containsExactly("58000", "58001.5");
        assertThat(answer.attributes(inputs + "[@name='POL']/VALUES/OPTION", "value"))
                .containsExactly("I", "Q");
    }

    @Test
    void whatIsNotKnownOfADatasetIsNotSaid() throws IOException {
        VotableDocument answer = ask(List.of(CUTOUT), "two", "bare");
        assertThat(answer.column("service_id")).containsExactly("", "ivo://stars/two", "", "bare");
        assertThat(answer.attributes(DESCRIPTOR + "[1]//MIN | " + DESCRIPTOR + "[1]//OPTION", "value"))
                .isEmpty();
        assertThat(answer.attributes(DESCRIPTOR + "[1]//MAX", "value"))
                .satisfiesExactly(
                        pos -> assertThat(pos).startsWith("CIRCLE 20 20 1.00"),
                        circle -> assertThat(circle).startsWith("20 20 1.00"));
        assertThat(answer.elements(DESCRIPTOR + "[2]//VALUES")).isEmpty();
        assertThat(answer.attributes(DESCRIPTOR, "name"))
                .as("no two have one name")
                .containsExactly("Title of cutout", "Title of cutout 2");
    }

    @Test
    void aServiceThatCannotNameTheDatasetHasNoRowForIt() throws IOException {
        LinkedService byNumber = service("number", "nr:{OBS ID}/{path}", List.of());
        VotableDocument answer = ask(List.of(CUTOUT, RENDER, byNumber), "folder", "two", "one");
        assertThat(answer.column("service_def"))
                .as("a folder is no image, and two has no number")
                .containsExactly("", "render-1", "", "cutout-2", "render-1", "", "cutout-3", "render-1", "number-4");
        assertThat(answer.column("service_id")).endsWith("nr:1/one.fits");
    }

    @Test
    void aLongAnswerHasOwnLimitsForAHundredDatasetsAndOneDescriptorForTheRest() throws IOException {
        String[] ids = IntStream.range(0, MANY).mapToObj(i -> "n" + i).toArray(String[]::new);
        VotableDocument answer = ask(List.of(CUTOUT), ids);
        List<String> described = answer.attributes(DESCRIPTOR, "ID");
        assertThat(described).hasSize(101).doesNotHaveDuplicates();
        List<String> named = answer.column("service_def").stream()
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(named).hasSize(MANY);
        assertThat(new HashSet<>(named)).isEqualTo(new HashSet<>(described));
        assertThat(named.subList(100, MANY)).containsOnly(described.get(100));
        assertThat(answer.elements(DESCRIPTOR + "[101]//VALUES")).isEmpty();
        assertThat(answer.column("service_id")).as("each still by its own name").contains("ivo://stars/n129");
    }

    @Test
    void withoutServicesNothingIsAdded() throws IOException {
        VotableDocument answer = ask(List.of(), "one");
        assertThat(answer.columns()).doesNotContain("service_id");
        assertThat(answer.elements(DESCRIPTOR)).isEmpty();
        assertThat(answer.rows()).hasSize(1);
    }
}
