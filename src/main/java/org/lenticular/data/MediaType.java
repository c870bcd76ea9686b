package org.lenticular.data;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.lenticular.archive.Product;

/** The media type that a product's bytes are sent with. */
final class MediaType {
    private static final String UNKNOWN = "application/octet-stream";
    private static final String TOKEN = "[A-Za-z0-9!#$&^_.+-]+";
    // RFC 9110 §8.3.1; a table can hold anything, and a header cannot.
    private static final Pattern TYPE =
            Pattern.compile(TOKEN + "/" + TOKEN + "( ?; ?" + TOKEN + "=(" + TOKEN + "|\"[ !#-\\[\\]-~]*\"))*");

    /** By the name's end. What is compressed is sent as it is, and so called by its compression, never told as Content-Encoding. */
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("fits", "application/fits"),
            Map.entry("fit", "application/fits"),
            Map.entry("fts", "application/fits"),
            Map.entry("fz", "application/fits"),
            Map.entry("gz", "application/gzip"),
            Map.entry("bz2", "application/x-bzip2"),
            Map.entry("xz", "application/x-xz"),
            Map.entry("zst", "application/zstd"),
            Map.entry("zip", "application/zip"),
            Map.entry("tar", "application/x-tar"),
            Map.entry("h5", "application/x-hdf5"),
            Map.entry("hdf5", "application/x-hdf5"),
            Map.entry("vot", "application/x-votable+xml"),
            Map.entry("xml", "application/xml"),
            Map.entry("json", "application/json"),
            Map.entry("csv", "text/csv"),
            Map.entry("txt", "text/plain"),
            Map.entry("html", "text/html"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"));

    private MediaType() {}

    /** What the catalogue says, where that is a media type; else what the product's name says. */
    static String of(Product product) {
        String told = product.contentType();
        if (told != null && TYPE.matcher(told).matches()) {
            return told;
        }
        String end =
                product.path().substring(product.path().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_NAME.getOrDefault(end, UNKNOWN);
    }

    /** Whether a browser runs what such a file says. */
    static boolean isActive(String type) {
        return type.contains("html") || type.contains("xml");
    }

    static boolean isText(String type) {
        return type.startsWith("text/") || type.contains("xml") || type.contains("json") || type.contains("script");
    }
}
