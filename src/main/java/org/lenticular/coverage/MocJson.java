package org.lenticular.coverage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A map as JSON: for each order the numbers of its cells (MOC 2.0, appendix on JSON), what Aladin Lite takes. */
public final class MocJson {
    private MocJson() {}

    /** Writes the whole document; the stream is neither flushed nor closed. */
    public static void write(Moc map, OutputStream out) throws IOException {
        out.write('{');
        boolean[] more = {false};
        for (int order = 0; order <= map.order(); order++) {
            boolean[] any = {false};
            int each = order;
            map.forEach(order, cell -> {
                String before = any[0] ? "," : (more[0] ? "," : "") + key(each);
                any[0] = true;
                ascii(before + cell, out);
            });
            // The finest order is told in any case: it says how fine the map is.
            if (!any[0] && order == map.order()) {
                ascii((more[0] ? "," : "") + key(each), out);
                any[0] = true;
            }
            if (any[0]) {
                out.write(']');
                more[0] = true;
            }
        }
        out.write('}');
    }

    private static String key(int order) {
        return "\"" + order + "\":[";
    }

    private static void ascii(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
