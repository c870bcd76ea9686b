package org.lenticular.archive;

import java.text.ParseException;
import java.util.regex.Pattern;

/** Makes a regular expression of one of the patterns of {@link PathPatterns}. */
final class PathPatternReader {
    private final String pattern;
    private final StringBuilder regex = new StringBuilder();
    private int next;

    PathPatternReader(String pattern) {
        this.pattern = pattern;
    }

    String regex() throws ParseException {
        while (next < pattern.length()) {
            char c = pattern.charAt(next);
            switch (c) {
                case '*' -> stars();
                case '?' -> {
                    regex.append("[^/]");
                    next++;
                }
                case '[' -> set();
                case '{', '}' ->
                    // Shells know {a,b}, and the other keys of a configuration {column}: either is meant by whoever
                    // writes a brace.
                    throw new ParseException("has a brace, which stands for nothing here,", next);
                default -> literal();
            }
        }
        return regex.toString();
    }

    private void stars() {
        int from = next;
        while (next < pattern.length() && pattern.charAt(next) == '*') {
            next++;
        }
        boolean many = next - from > 1;
        boolean folders = many
                && (from == 0 || pattern.charAt(from - 1) == '/')
                && next < pattern.length()
                && pattern.charAt(next) == '/';
        if (folders) {
            next++;
            regex.append("(?:.*/)?");
        } else {
            regex.append(many ? ".*" : "[^/]*");
        }
    }

    private void set() throws ParseException {
        boolean others = pattern.startsWith("[!", next);
        int from = next + (others ? 2 : 1);
        // As in a shell: one that comes first is itself.
        int end = pattern.indexOf(']', from + 1);
        if (end < 0) {
            throw new ParseException("has a '[' that is not closed", next);
        }
        regex.append(others ? "(?!/)[^" : "(?!/)[");
        for (int i = from; i < end; i++) {
            char c = pattern.charAt(i);
            boolean range = c == '-' && i > from && i + 1 < end;
            if (range && pattern.codePointBefore(i) > pattern.codePointAt(i + 1)) {
                throw new ParseException("has a range that ends before it begins", i - 1);
            }
            // Letters have a meaning behind a backslash; signs have none.
            regex.append(range || Character.isLetterOrDigit(c) || c >= 128 ? "" : "\\")
                    .append(c);
        }
        regex.append(']');
        next = end + 1;
    }

    private void literal() {
        int from = next;
        while (next < pattern.length() && "*?[{}".indexOf(pattern.charAt(next)) < 0) {
            next++;
        }
        regex.append(Pattern.quote(pattern.substring(from, next)));
    }
}
