package org.lenticular.data;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.lenticular.archive.Product;
import org.lenticular.location.FoundFile;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.FileBody;

/** The answer where the copy is a file of this machine: its bytes. What of them a client wants, and on which conditions, is up to HTTP. */
final class OwnFile {
    private static final String PLAIN_IN_A_PARAMETER = "!#$&+-.^_`|~";

    private OwnFile() {}

    static Answer answer(Product product, FoundFile file) {
        String type = MediaType.of(product);
        Map<String, String> headers = new HashMap<>();
        // May be kept, but not used without asking whether it still is the same. Compressed on the way, its parts would
        // be other ones.
        headers.put("Cache-Control", "no-cache, no-transform");
        headers.put("Content-Disposition", disposition(product.path()));
        if (MediaType.isActive(type)) {
            // A page out of an archive runs nothing in the name of this service.
            headers.put("Content-Security-Policy", "sandbox");
        }
        return new Answer(200, type, headers, new FileBody(file));
    }

    /** The name to save it by, which the address does not show where the path is in its query (RFC 6266). */
    private static String disposition(String path) {
        String name = path.replaceFirst("/+$", "");
        name = name.substring(name.lastIndexOf('/') + 1);
        String plain = name.replaceAll("[^ -~]|[\"\\\\%]", "_");
        return plain.equals(name)
                ? "inline; filename=\"" + plain + "\""
                : "inline; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
    }

    /** RFC 8187 §3.2.1. */
    private static String encoded(String name) {
        StringBuilder out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN_IN_A_PARAMETER.indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }
}
