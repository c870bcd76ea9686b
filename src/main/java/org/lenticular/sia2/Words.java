package org.lenticular.sia2;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Quoted;

/**
 * A value cut at its white space, and the numbers that its words are: decimal ones, and infinity in all spellings that clients have
 * ({@code +Inf}, {@code inf}, {@code -Infinity}).
 *
 * @param parameter whose value it is
 * @param value the whole
 * @param example a value that would do, for messages
 */
record Words(String parameter, String value, String example, List<Word> all) {
    private static final Pattern WORD = Pattern.compile("\\S++");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][+-]?\\d++)?");
    private static final Pattern INFINITE = Pattern.compile("([+-]?)(?i:inf(?:inity)?)");

    /** @param place of its first character, from 1 */
    record Word(String text, int place) {}

    static Words of(String parameter, String value, String example) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(value);
        while (matcher.find()) {
            words.add(new Word(matcher.group(), matcher.start() + 1));
        }
        return new Words(parameter, value, example, List.copyOf(words));
    }

    /** The same for another message. */
    Words withExample(String other) {
        return new Words(parameter, value, other, all);
    }

    int count() {
        return all.size();
    }

    /** Whether a word is a number of ours, finite or not. */
    static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches() || INFINITE.matcher(text).matches();
    }

    /**
     * The number that a word is.
     *
     * @throws FaultException where it is none
     */
    double number(int index) {
        String text = all.get(index).text();
        if (!DECIMAL.matcher(text).matches()) {
            Matcher infinite = INFINITE.matcher(text);
            if (!infinite.matches()) {
                throw none(index);
            }
            return infinite.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw fault("has a number that is too large, " + at(index) + "; write +Inf or -Inf for no limit");
        }
        return number;
    }

    /** The same for one that has to be finite. */
    double finite(int index) {
        double number = number(index);
        if (Double.isInfinite(number)) {
            throw fault("has no end " + at(index) + ", where a number is needed");
        }
        return number;
    }

    private FaultException none(int index) {
        String text = all.get(index).text();
        if (text.indexOf(',') > 0) {
            // The example is the client's own numbers where these are all that is wrong.
            String mended = value.replace(',', ' ').strip().replaceAll("\\s+", " ");
            return FaultException.usage(
                    parameter, value, "has a comma; blanks stand between numbers: " + parameter + "=" + cut(mended));
        }
        return fault("has no number " + at(index));
    }

    private static String cut(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** Where a word stands, for a message. */
    String at(int index) {
        return "at character " + all.get(index).place() + " ("
                + Quoted.value(all.get(index).text()) + ")";
    }

    /** What is wrong with the value, and one that would do. */
    FaultException fault(String wrong) {
        return FaultException.usage(parameter, value, wrong + "; such as " + parameter + "=" + example);
    }
}
