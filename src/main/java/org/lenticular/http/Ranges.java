package org.lenticular.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of a file that a header Range asks for (RFC 9110 §14.1.2, §14.2).
 *
 * @param parts in the order asked; those that overlap or touch are one. None where the file has none of the bytes
 * @param tooMany whether there were more than {@link #MOST}, which nobody needs who means well
 */
record Ranges(List<Part> parts, boolean tooMany) {
    static final int MOST = 64;

    private static final String UNIT = "bytes=";

    /** @param length at least 1 */
    record Part(long from, long length) {
        long end() {
            return from + length;
        }

        private boolean touches(Part other) {
            return from <= other.end() && other.from <= end();
        }

        private Part with(Part other) {
            long first = Math.min(from, other.from);
            return new Part(first, Math.max(end(), other.end()) - first);
        }
    }

    /**
     * @param length bytes of the file
     * @return empty where the header says nothing that counts: another unit, or a mistake in any of the ranges; the client then gets all
     */
    static Optional<Ranges> of(String header, long length) {
        String text = header.strip();
        if (!text.toLowerCase(Locale.ROOT).startsWith(UNIT)) {
            return Optional.empty();
        }
        // Lists may have empty elements (§5.6.1.2).
        List<String> ranges = Arrays.stream(text.substring(UNIT.length()).split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .toList();
        if (ranges.isEmpty() || !ranges.stream().allMatch(Ranges::isRange)) {
            return Optional.empty();
        }
        if (ranges.size() > MOST) {
            return Optional.of(new Ranges(List.of(), true));
        }
        List<Part> parts = new ArrayList<>();
        ranges.forEach(range -> part(range, length).ifPresent(part -> add(part, parts)));
        // Of an empty file the last bytes are all of it, but no Content-Range can say so.
        boolean allOfNothing = length == 0 && ranges.stream().anyMatch(range -> range.matches("-0*[1-9][0-9]*"));
        return allOfNothing ? Optional.empty() : Optional.of(new Ranges(List.copyOf(parts), false));
    }

    private static boolean isRange(String range) {
        if (!range.matches("[0-9]+-[0-9]*|-[0-9]+")) {
            return false;
        }
        int dash = range.indexOf('-');
        boolean closed = dash > 0 && dash < range.length() - 1;
        return !closed || number(range.substring(0, dash)) <= number(range.substring(dash + 1));
    }

    /** Empty where the file has none of its bytes. */
    private static Optional<Part> part(String range, long length) {
        int dash = range.indexOf('-');
        long from;
        long end = length;
        if (dash == 0) {
            from = length - Math.min(length, number(range.substring(1)));
        } else {
            from = number(range.substring(0, dash));
            if (dash < range.length() - 1) {
                long last = number(range.substring(dash + 1));
                end = last < length ? last + 1 : length;
            }
        }
        return from < end ? Optional.of(new Part(from, end - from)) : Optional.empty();
    }

    /** Numbers may be of any length; beyond all files they are all the same. */
    private static long number(String digits) {
        String plain = digits.replaceFirst("^0+(?=.)", "");
        return plain.length() > 18 ? Long.MAX_VALUE : Long.parseLong(plain);
    }

    private static void add(Part part, List<Part> parts) {
        Part whole = part;
        int at = parts.size();
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).touches(whole)) {
                whole = whole.with(parts.remove(i));
                at = i;
                // What has grown may touch those that it did not before.
                i = parts.size();
            }
        }
        parts.add(Math.min(at, parts.size()), whole);
    }
}
