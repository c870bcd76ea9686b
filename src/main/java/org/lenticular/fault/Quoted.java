package org.lenticular.fault;

/** Text from outside, made fit to stand in a message of one line. */
public final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    /** A client's value between quotes, cut to 60 characters, its control characters (and bidi ones) as {@code \\uXXXX}. */
    public static String value(String value) {
        String visible = visible(value.length() > LONGEST ? cut(value) : value);
        return value.length() > LONGEST ? "'" + visible + "…'" : "'" + visible + "'";
    }

    /** The text on one line: a message with a line break would be read as ending there (DataLink 1.1 §3.2.4). */
    public static String oneLine(String text) {
        return visible(text.replaceAll("[\\r\\n]+", " "));
    }

    private static String cut(String value) {
        // Never between the two halves of a character outside the basic plane.
        int end = Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return value.substring(0, end);
    }

    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE
                    || c > 0xFFFD && c < 0x10000) {
                out.append(String.format("\\u%04X", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
