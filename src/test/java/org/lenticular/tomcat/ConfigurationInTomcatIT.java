package org.lenticular.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** In a container the configuration is found by a JNDI entry before a system property; one that is broken leaves a service that says so. */
class ConfigurationInTomcatIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @Test
    void aBrokenConfigurationAnswersThatTheServiceIsUnavailable() throws Exception {
        Path base = TARGET.resolve("configured");
        StockTomcat.delete(base);
        Path good = Path.of("conf/lenticular.yaml").toAbsolutePath();
        try (StockTomcat tomcat = StockTomcat.start(
                RedeployIT.tomcats().get(0), base, "-Dlenticular.config=" + base.resolve("secret/none.yaml"))) {
            assertThat(tomcat.deploy("/broken", TARGET.resolve("lenticular.war")))
                    .startsWith("OK");
            for (String address :
                    new String[] {"/", "/vo/sia?POS=1,2", "/vo/datalink/x", "/health/ready", "/nothing"}) {
                HttpResponse<String> answer = tomcat.get("/broken" + address);
                assertThat(answer.statusCode()).as(address).isEqualTo(503);
                assertThat(answer.body()).contains("not configured").doesNotContain("secret");
            }
            assertThat(tomcat.get("/broken/health/live").statusCode()).isEqualTo(200);
            assertThat(tomcat.log()).contains("secret/none.yaml");
            // What an operator writes into conf/Catalina/localhost.
            Path context = Files.writeString(
                    base.resolve("named.xml"),
                    "<Context docBase=\"" + TARGET.resolve("lenticular.war")
                            + "\"><Environment name=\"lenticular.config\" value=\"" + good
                            + "\" type=\"java.lang.String\"/></Context>");
            assertThat(tomcat.manager("deploy?path=/named&config=" + context.toUri()))
                    .startsWith("OK");
            assertThat(tomcat.get("/named/").body()).contains("Chandra observations");
        }
    }
}
