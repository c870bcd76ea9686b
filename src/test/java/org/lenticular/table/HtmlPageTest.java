package org.lenticular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;

/** A page shows what is in the table, and nothing in the table becomes part of the page. */
class HtmlPageTest {
    @Test
    void webAddressesAreLinks() throws IOException {
        assertThat(page("https://x.org/a?b=c&d=\"e\""))
                .contains("<td><a rel=\"noreferrer\" href=\"https://x.org/a?b=c&amp;d=&quot;e&quot;\">"
                        + "https://x.org/a?b=c&amp;d=\"e\"</a></td>");
    }

    @Test
    void anAddressCannotLeaveItsAttribute() throws IOException {
        assertThat(page("https://x.org/\"onmouseover=\"alert(1)"))
                .contains("<a rel=\"noreferrer\" href=\"https://x.org/&quot;onmouseover=&quot;alert(1)\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " https://x.org",
                "data:text/html,<script>alert(1)</script>",
                "java\tscript:alert(1)",
                "//x.org",
                "s3://bucket/key",
                "vbscript:https://x.org"
            })
    void nothingElseIsALink(String cell) throws IOException {
        assertThat(page(cell)).doesNotContain("<a ").doesNotContain("href").doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</td></table><img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "<!--",
                "\u0000<b>"
            })
    void markupInATableIsText(String cell) throws IOException {
        String page = page(cell);
        assertThat(page).doesNotContain(cell).contains("</table>");
        assertThat(page.replaceAll("(?s)<style>.*</style>", "").replaceAll("<[^<>]*>", ""))
                .doesNotContain("<")
                .doesNotContain(">");
    }

    @Test
    void theTitleAndTheColumnsAreTextToo() throws IOException {
        Column column = Column.text("<i>").withUnit("<b>").withDescription("\"><u>");
        String page = page(
                new TableDocument("<s>", List.of(), List.of(), new Header(List.of(column)), Rows.none(), List.of()));
        assertThat(page)
                .contains("<title>&lt;s&gt; · Lenticular</title>")
                .contains("<th scope=\"col\" title=\"&quot;&gt;&lt;u&gt;\">&lt;i&gt; (&lt;b&gt;)</th>")
                .contains("0 rows.");
    }

    @Test
    void itSaysWhereRowsAreMissing() throws IOException {
        Rows overflowing = new Rows() {
            @Override
            public boolean next(Cells cells) {
                return false;
            }

            @Override
            public boolean overflowed() {
                return true;
            }

            @Override
            public @Nullable String overflowMessage() {
                return "There are more";
            }
        };
        assertThat(page(rows(overflowing))).contains("<p>0 rows. There are more</p>");
        Rows breaking = cells -> {
            cells.text("half");
            throw FaultException.unavailable("the disk is gone");
        };
        assertThat(page(rows(breaking)))
                .contains("<p>0 rows. TransientFault: the disk is gone</p>")
                .contains("</html>")
                .doesNotContain("half");
    }

    @Test
    void whereACutAnswerGoesOnIsALinkAndAValueToSend() throws IOException {
        assertThat(page(new TableDocument(
                        "A table", List.of(), List.of(), new Header(List.of(Column.text("c"))), CUT, List.of())))
                .contains("<p>next: <a rel=\"next\" href=\"https://x.org/query?A=1&amp;CURSOR=a.b\">")
                .contains("<p>cursor: <code>a.b</code> Send it as &lt;CURSOR&gt;</p>");
    }

    @Test
    void whatWasNotUnderstoodIsSaidBeforeTheTable() throws IOException {
        String page = page(new TableDocument(
                "A table",
                List.of(new Info("standardID", "ivo://x"), new Info(Info.WARNING, "<BNAD> is not known here (BAND?)")),
                List.of(),
                new Header(List.of(Column.text("c"))),
                Rows.none(),
                List.of()));
        assertThat(page).contains("&lt;BNAD&gt; is not known here (BAND?)</p>").doesNotContain("ivo://x");
        assertThat(page.indexOf("BNAD")).isLessThan(page.indexOf("<table>"));
    }

    /** Cut rows that say where they go on. */
    static final Rows CUT = new Rows() {
        @Override
        public boolean next(Cells cells) {
            return false;
        }

        @Override
        public boolean overflowed() {
            return true;
        }

        @Override
        public List<Info> infos() {
            return List.of(
                    new Info("cursor", "a.b", "Send it as <CURSOR>"),
                    new Info("next", "https://x.org/query?A=1&CURSOR=a.b"));
        }
    };

    @Test
    void aFaultIsAPageOfItsOwn() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HtmlPage().write(new Fault(Fault.Word.USAGE, 400, "POS: '<script>' is no position"), out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("<p>UsageFault: POS: '&lt;script&gt;' is no position</p>")
                .endsWith("</html>\n");
    }

    private static String page(String cell) throws IOException {
        return page(rows(Rows.of(List.of(List.of(cell)))));
    }

    private static TableDocument rows(Rows rows) {
        return new TableDocument(
                "A table", List.of(), List.of(), new Header(List.of(Column.text("c"))), rows, List.of());
    }

    private static String page(TableDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HtmlPage().write(document, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
