package org.lenticular.clients;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request and what is expected of its answer, as a file of {@code src/test/resources/cases} tells it.
 *
 * @param line where in its file it begins
 * @param headers the request's own: {@code Accept: text/html}
 * @param form what a form posts: {@code ID=18244}, not yet encoded
 * @param parts what a form of several parts posts, likewise
 */
record RequestCase(
        String title,
        int line,
        String method,
        String address,
        List<String> headers,
        List<String> form,
        List<String> parts,
        List<Expectation> expectations) {

    private static final String BOUNDARY = "next-part-of-the-form";

    RequestCase {
        headers = List.copyOf(headers);
        form = List.copyOf(form);
        parts = List.copyOf(parts);
        expectations = List.copyOf(expectations);
    }

    HttpRequest request(URI base) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + address)).method(method, body());
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (!parts.isEmpty()) {
            request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        }
        for (String header : headers) {
            String[] nameAndValue = header.split(": ", 2);
            request.header(nameAndValue[0], nameAndValue[1]);
        }
        return request.build();
    }

    private BodyPublisher body() {
        if (!form.isEmpty()) {
            return BodyPublishers.ofString(
                    form.stream().map(RequestCase::encoded).collect(Collectors.joining("&")));
        }
        if (!parts.isEmpty()) {
            return BodyPublishers.ofString(
                    parts.stream().map(RequestCase::part).collect(Collectors.joining()) + "--" + BOUNDARY + "--\r\n");
        }
        return BodyPublishers.noBody();
    }

    private static String encoded(String parameter) {
        String[] nameAndValue = parameter.split("=", 2);
        return URLEncoder.encode(nameAndValue[0], StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(nameAndValue[1], StandardCharsets.UTF_8);
    }

    private static String part(String parameter) {
        String[] nameAndValue = parameter.split("=", 2);
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, nameAndValue[0], nameAndValue[1]);
    }
}
