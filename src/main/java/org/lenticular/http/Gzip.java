package org.lenticular.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A body on its way, compressed as it is written. Must be {@linkplain #release released}: it holds memory outside of the heap. */
final class Gzip extends GZIPOutputStream {
    /** Smaller ones gain nothing: they travel in one packet either way. */
    static final int WORTH = 1024;

    private static final int BUFFER = 8 * 1024;
    private static final Pattern CODING =
            Pattern.compile("([!#$%&'*+.^_`|~0-9a-z-]+)\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.\\d{0,3})?|\\.\\d{1,3}))?");

    Gzip(OutputStream out) throws IOException {
        super(out, BUFFER);
        // Markup shrinks to an eighth with this one and to a tenth with the usual level, which takes three times as
        // long.
        def.setLevel(Deflater.BEST_SPEED);
    }

    /** Frees what it holds; whether it was written to its end does not matter. */
    void release() {
        def.end();
    }

    /** Whether bodies of this media type shrink: text in some form. Pictures, FITS and archives do not, or are compressed by themselves. */
    static boolean suits(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.endsWith("xml")
                || type.endsWith("json")
                || type.equals("application/javascript");
    }

    /**
     * Whether a client wants it, at least as much as the body as it is (RFC 9110 §12.5.3).
     *
     * @param headers every Accept-Encoding; what cannot be read in them counts as not sent
     */
    static boolean wanted(Enumeration<String> headers) {
        double gzip = -1;
        double any = -1;
        double plain = -1;
        for (String header : Collections.list(headers)) {
            for (String each : header.toLowerCase(Locale.ROOT).split(",")) {
                Matcher coding = CODING.matcher(each.strip());
                if (coding.matches()) {
                    double weight = coding.group(2) == null ? 1 : Double.parseDouble(coding.group(2));
                    switch (coding.group(1)) {
                        case "gzip", "x-gzip" -> gzip = Math.max(gzip, weight);
                        case "*" -> any = weight;
                        case "identity" -> plain = weight;
                        default -> {}
                    }
                }
            }
        }
        double weight = gzip >= 0 ? gzip : any;
        return weight > 0 && weight >= plain;
    }
}
