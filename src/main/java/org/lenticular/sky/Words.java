package org.lenticular.sky;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text cut into words, numbers and parentheses, and how far it has been read. White space, commas and quotes
 * stand between them and mean nothing.
 */
final class Words {

    private static final Pattern WORD = Pattern.compile("[()]|[^\\s,;'\"()]+");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|[+-]?(?i:nan|inf|infinity)");

    private final List<String> words = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final int length;
    private int next;

    Words(String text) {
        length = text.length();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
            places.add(matcher.start() + 1);
        }
    }

    boolean hasNext() {
        return next < words.size();
    }

    /** The next word in capitals, empty at the end of the text. */
    String peek() {
        return peek(0);
    }

    /** The word after so many, in capitals; empty at the end of the text. */
    String peek(int ahead) {
        return next + ahead < words.size() ? words.get(next + ahead).toUpperCase(Locale.ROOT) : "";
    }

    void skip() {
        next++;
    }

    /** Reads a word if it is the next. */
    boolean take(String word) {
        boolean here = peek().equals(word);
        next += here ? 1 : 0;
        return here;
    }

    boolean isNumber(int ahead) {
        return NUMBER.matcher(peek(ahead)).matches();
    }

    double number() {
        String word = peek();
        next++;
        if (word.endsWith("NAN")) {
            return Double.NaN;
        }
        if (word.contains("INF")) {
            return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(word);
    }

    /** How many words have been read. */
    int read() {
        return next;
    }

    /** A problem with the word that so many were read before. */
    RegionProblem problem(String what, int word) {
        int place = word < places.size() ? places.get(word) : length + 1;
        return new RegionProblem(what + ", at character " + place);
    }

    /** A problem with the next word. */
    RegionProblem problem(String what) {
        return problem(what, next);
    }
}
