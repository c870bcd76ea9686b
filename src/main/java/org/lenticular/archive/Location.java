package org.lenticular.archive;

/**
 * The address of a copy: {@code https://…} or {@code s3://bucket/key}. Not a {@code java.net.URI}, since keys may hold anything
 * (blanks, {@code %}, {@code #}); the text is kept as it is and is what equality means.
 */
public record Location(String text) {
    public Location {
        if (text.indexOf("://") <= 0) {
            throw new IllegalArgumentException("no location, since it has no scheme: " + text);
        }
    }

    /** What stands before {@code ://}. */
    public String scheme() {
        return text.substring(0, text.indexOf("://"));
    }

    /** Whether any client can fetch it with nothing but HTTP (design: rule 1 of {@code source}). */
    public boolean isWeb() {
        String scheme = scheme();
        return scheme.equals("https") || scheme.equals("http");
    }

    /** Whether the text begins like a whole address, and is no path. */
    public static boolean isWhole(String text) {
        int end = text.indexOf("://");
        if (end <= 0) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || i > 0 && c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
