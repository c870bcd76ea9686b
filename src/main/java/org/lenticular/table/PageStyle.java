package org.lenticular.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one style sheet of plain pages, inside each page, and the hash by which a Content-Security-Policy lets just it through. */
public final class PageStyle {
    private static final String CSS = """
            :root{color-scheme:light dark}
            body{font:1rem/1.5 system-ui,sans-serif;margin:1.5rem}
            .wide{overflow-x:auto}
            table{border-collapse:collapse;font-size:.875rem}
            th,td{border:1px solid #8888;padding:.3rem .5rem;text-align:left;vertical-align:top}
            th{background:#8882}
            td{white-space:nowrap;max-width:30rem;overflow:hidden;text-overflow:ellipsis}
            td:hover,td:focus-within{white-space:normal;overflow-wrap:anywhere}
            """;

    private PageStyle() {}

    /** The sheet alone. */
    public static String css() {
        return CSS;
    }

    /** The whole element. */
    public static String element() {
        return "<style>" + CSS + "</style>\n";
    }

    /** The policy's source expression, such as {@code 'sha256-…'}. */
    public static String source() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
