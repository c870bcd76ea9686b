package org.lenticular.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The table of a page, which an XML parser can read. */
class HtmlPageContractTest extends FormatContract {
    @Override
    Format format() {
        return new HtmlPage();
    }

    @Override
    ReadTable read(byte[] document) throws Exception {
        String page = new String(document, StandardCharsets.UTF_8);
        int end = page.indexOf("</table>") + "</table>".length();
        Element table = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        page.substring(page.indexOf("<table>"), end).getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        List<List<String>> rows = new ArrayList<>();
        NodeList lines = table.getElementsByTagName("tr");
        for (int i = 1; i < lines.getLength(); i++) {
            rows.add(texts((Element) lines.item(i), "td"));
        }
        List<String> names = texts((Element) lines.item(0), "th").stream()
                .map(name -> name.replaceFirst(" \\((1|deg)\\)$", ""))
                .toList();
        String last = page.substring(end).replaceAll("<[^<>]*>", "").strip();
        assertThat(last).startsWith(rows.size() == 1 ? "1 row." : rows.size() + " rows.");
        String message = last.replaceFirst("^\\d+ rows?\\. ?", "");
        String status = message.isEmpty() ? "" : message.matches("\\w+Fault: .*") ? "ERROR" : "OVERFLOW";
        return new ReadTable(names, rows, status, message);
    }

    private static List<String> texts(Element row, String name) {
        List<String> texts = new ArrayList<>();
        NodeList cells = row.getElementsByTagName(name);
        for (int i = 0; i < cells.getLength(); i++) {
            texts.add(cells.item(i).getTextContent());
        }
        return texts;
    }

    @Override
    String held(String text) {
        return legal(text);
    }

    @Override
    boolean saysHowRowsEnd() {
        return true;
    }
}
