package org.lenticular.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Negotiation;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;
import org.lenticular.table.Markup;
import org.lenticular.table.PageStyle;

/**
 * Every address that is none: 404, and the addresses that there are near it, as a page, JSON or text, by Accept. The whole address is the path of a
 * request.
 */
record NothingHere(Addresses addresses) implements Protocol {
    private static final String TEXT = "text/plain;charset=UTF-8";

    @Override
    public Answer answer(Request request) {
        throw FaultException.notFound("there is nothing at this address");
    }

    @Override
    public Answer fault(Request request, Fault fault) {
        List<String> near = fault.status() == 404 ? addresses.near(request.path()) : List.of();
        Negotiation form = Negotiation.forFault(request, TEXT);
        if (near.isEmpty()) {
            return PlainProtocol.fault(fault);
        } else if (form.isPage()) {
            return answer(fault, form.contentType(), page(fault, near, request.base()));
        } else if (form.contentType().equals("application/json")) {
            return answer(fault, form.contentType(), json(fault, near, request.base()));
        }
        StringBuilder text = new StringBuilder(fault.text()).append("\nHere are:");
        near.forEach(address -> text.append('\n').append(request.base()).append(address));
        return PlainProtocol.text(fault.status(), text.toString());
    }

    private static Answer answer(Fault fault, String type, String body) {
        return new Answer(fault.status(), type, out -> out.write(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String page(Fault fault, List<String> near, String base) {
        StringBuilder page = new StringBuilder(
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">"
                        + "<title>Nothing here</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append(PageStyle.element()).append("</head>\n<body>\n<main>\n<h1>Nothing here</h1>\n<p>");
        page.append(Markup.escaped(fault.text())).append("</p>\n<p>Here are:</p>\n<ul>\n");
        for (String address : near) {
            page.append("<li><a href=\"").append(Markup.escaped(base + address)).append("\">");
            page.append(Markup.escaped(address)).append("</a></li>\n");
        }
        return page.append("</ul>\n</main>\n</body>\n</html>\n").toString();
    }

    private static String json(Fault fault, List<String> near, String base) {
        StringBuilder json = new StringBuilder("{\"status\":\"ERROR\",\"fault\":\"NotFoundFault\",\"message\":");
        json.append(quoted(fault.text())).append(",\n\"addresses\":[");
        String before = "\n";
        for (String address : near) {
            json.append(before).append(quoted(base + address));
            before = ",\n";
        }
        return json.append("\n]}\n").toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\' || c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
