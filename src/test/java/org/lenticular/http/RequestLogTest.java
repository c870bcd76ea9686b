package org.lenticular.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The line of a request. */
class RequestLogTest {
    @Test
    void aSignatureThatAClientPastedIsNotInIt() throws Exception {
        String pasted = "https%3A%2F%2Fb.example%2Fk%3FX-Amz-Expires%3D60%26X-Amz-Signature%3D5ec2e7";
        assertThat(line("ID=" + pasted + "&source=gc"))
                .startsWith("GET /vo/datalink?ID=https%3A%2F%2Fb.example%2Fk%3FX-Amz-Expires%3D60"
                        + "%26X-Amz-Signature%3D...&source=gc 404 ");
        assertThat(line("ID=" + "x".repeat(150) + "&X-Amz-Signature=" + "5ec2e7".repeat(20)))
                .as("where the line is cut in the middle of it")
                .contains("&X-Amz-Signature=... 404 ")
                .doesNotContain("5ec2e7");
    }

    private static String line(String query) throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger("lenticular.request");
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        events.start();
        log.addAppender(events);
        FilterChain nothing = (in, out) -> {};
        try {
            new RequestLog()
                    .doFilter(new FakeRequest().uri("/vo/datalink").query(query).build(), notFound(), nothing);
        } finally {
            log.detachAppender(events);
        }
        assertThat(events.list).hasSize(1);
        return events.list.get(0).getFormattedMessage();
    }

    private static HttpServletResponse notFound() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                HttpServletResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("getStatus")) {
                        return 404;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
