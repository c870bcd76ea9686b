package org.lenticular.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a client sends stands in the log, but writes nothing into it: no line of its own, no colour on a terminal. */
class RequestLogTest {
    @Test
    void whatIsNotPrintableIsEscaped() {
        assertThat(RequestLog.escape("/a\r\nINFO forged\u001b[31m\u202eé"))
                .isEqualTo("/a\\u000D\\u000AINFO\\u0020forged\\u001B[31m\\u202E\\u00E9");
    }
}
