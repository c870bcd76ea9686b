package org.lenticular.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In a container the context names the configuration, or JNDI does; one that is broken leaves a service that says so, and none is the example. */
class ConfigurationInTomcatIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path WAR = TARGET.resolve("lenticular.war");
    private static final Path BASE = TARGET.resolve("configured");

    @SuppressWarnings("NullAway.Init")
    private static StockTomcat tomcat;

    @BeforeAll
    static void start() throws Exception {
        StockTomcat.delete(BASE);
        tomcat = StockTomcat.start(RedeployIT.tomcats().get(0), BASE);
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @Test
    void aBrokenConfigurationAnswersThatTheServiceIsUnavailable() throws Exception {
        String file = BASE.resolve("secret/none.yaml").toString();
        deploy("broken", "", "<Parameter name=\"lenticular.config\" value=\"" + file + "\"/>");
        for (String address : new String[] {"/", "/vo/sia?POS=1,2", "/vo/datalink/x", "/health/ready", "/nothing"}) {
            HttpResponse<String> answer = tomcat.get("/broken" + address);
            assertThat(answer.statusCode()).as(address).isEqualTo(503);
            assertThat(answer.body()).contains("not configured").doesNotContain("secret");
        }
        assertThat(tomcat.get("/broken/health/live").statusCode()).isEqualTo(200);
        assertThat(tomcat.log()).contains("secret/none.yaml");
    }

    @Test
    void aJndiEntryNamesTheConfiguration() throws Exception {
        String file = Path.of("conf/lenticular.yaml").toAbsolutePath().toString();
        deploy(
                "named",
                "",
                "<Environment name=\"lenticular.config\" value=\"" + file + "\" type=\"java.lang.String\"/>");
        assertThat(tomcat.get("/named/").body()).contains("Chandra observations");
    }

    @Test
    void anArchiveThatIsNotUnpackedServesTheExample() throws Exception {
        deploy("packed", "unpackWAR=\"false\"", "");
        assertThat(tomcat.get("/packed/vo/sia?table=tess&FORMAT=METADATA").body())
                .contains("QUERY_STATUS\" value=\"OK");
    }

    @Test
    void whatAClientHasStaysGoodOverARestart() throws Exception {
        deploy("kept", "", "");
        String search = "/kept/vo/sia2/query?TARGET=RBS1066";
        HttpResponse<String> first = tomcat.get(search);
        assertThat(first.body()).contains("name=\"server_software\" value=\"Lenticular/");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(tomcat.manager("reload?path=/kept")).startsWith("OK");

        assertThat(tomcat.get(search, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void aFolderIsServedWithTheContainersOwnMeans() throws Exception {
        Path folder = Files.createDirectories(BASE.resolve("hill/files")).getParent();
        // Long enough for Tomcat to send it by itself, and of a type that it would compress.
        String log = "It was a clear night.\n".repeat(10_000);
        Files.writeString(folder.resolve("files/log.txt"), log);
        Files.writeString(folder.resolve("hill.csv"), "s_ra,s_dec,s_fov,obs_id,file\n10,20,0.5,one,log.txt\n");
        Path configuration = Files.writeString(folder.resolve("hill.yaml"), """
                sources: { here: { kind: file, folder: files } }
                collections:
                  hill:
                    table: hill.csv
                    datasets: { products: [ { path: "{file}", content_type: text/plain } ] }
                """);
        deploy("hill", "", "<Parameter name=\"lenticular.config\" value=\"" + configuration + "\"/>");

        HttpResponse<String> answer = tomcat.get("/hill/data/hill/log.txt");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(log);
        assertThat(answer.headers().firstValue("Content-Length")).contains("220000");
        HttpResponse<String> part = tomcat.get("/hill/data/hill/log.txt", "Range", "bytes=100000-199999");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(log.substring(100_000, 200_000));
        assertThat(tomcat.get("/hill/vo/datalink/hill?ID=one").body())
                .contains("/hill/data/hill/log.txt?source=here")
                .doesNotContain("file:");
    }

    /** With a file as an operator writes it into conf/Catalina/localhost. */
    private static void deploy(String name, String attributes, String content) throws Exception {
        Path context = Files.writeString(
                BASE.resolve(name + ".xml"),
                "<Context docBase=\"" + WAR + "\" " + attributes + ">" + content + "</Context>");
        assertThat(tomcat.manager("deploy?path=/" + name + "&config=" + context.toUri()))
                .startsWith("OK");
    }
}
