package org.lenticular.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as a container would hand it over, as far as it is read here; every other method fails. */
final class FakeRequest {
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, Object> answers = new LinkedHashMap<>();
    private InputStream body = InputStream.nullInputStream();
    private String contextPath = "";

    FakeRequest() {
        answers.put("getMethod", "GET");
        answers.put("getScheme", "http");
        answers.put("getServerName", "localhost");
        answers.put("getServerPort", 8080);
        answers.put("getRemoteAddr", "192.0.2.1");
        answers.put("getContentLengthLong", -1L);
    }

    FakeRequest method(String method) {
        answers.put("getMethod", method);
        return this;
    }

    FakeRequest uri(String uri) {
        answers.put("getRequestURI", uri);
        return this;
    }

    FakeRequest query(String query) {
        answers.put("getQueryString", query);
        return this;
    }

    FakeRequest post(String contentType, String content) {
        return post(contentType, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    FakeRequest post(String contentType, InputStream content) {
        answers.put("getMethod", "POST");
        answers.put("getContentType", contentType);
        body = content;
        return header("Transfer-Encoding", "chunked");
    }

    FakeRequest contentLength(long length) {
        answers.put("getContentLengthLong", length);
        return this;
    }

    FakeRequest from(String address) {
        answers.put("getRemoteAddr", address);
        return this;
    }

    FakeRequest at(String path) {
        contextPath = path;
        return this;
    }

    FakeRequest header(String name, String... values) {
        headers.put(name.toLowerCase(Locale.ROOT), List.of(values));
        return this;
    }

    HttpServletRequest build() {
        return proxy(HttpServletRequest.class, this::answer);
    }

    private interface Calls {
        @Nullable
        Object answer(String method, @Nullable Object @Nullable [] arguments);
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> calls.answer(method.getName(), arguments)));
    }

    private @Nullable Object answer(String method, @Nullable Object @Nullable [] arguments) {
        switch (method) {
            case "getHeader", "getHeaders":
                String name = String.valueOf(arguments == null ? "" : arguments[0]);
                List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
                return method.equals("getHeaders")
                        ? Collections.enumeration(values)
                        : values.isEmpty() ? null : values.get(0);
            case "getInputStream":
                return stream(body);
            case "getServletContext":
                return proxy(ServletContext.class, (asked, none) -> contextPath);
            case "getQueryString", "getContentType", "getAttribute":
                return answers.get(method);
            default:
                if (!answers.containsKey(method)) {
                    throw new UnsupportedOperationException(method);
                }
                return answers.get(method);
        }
    }

    private static ServletInputStream stream(InputStream in) {
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return in.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return in.read(buffer, offset, length);
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
