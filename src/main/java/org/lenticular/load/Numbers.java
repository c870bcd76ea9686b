package org.lenticular.load;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Numbers from cells' text, in VOTable's spelling, Java's, and that of people. */
final class Numbers {
    private Numbers() {}

    /** NaN for no text. */
    static double parse(String column, @Nullable String text) throws BadRow {
        if (text == null || text.isBlank()) {
            return Double.NaN;
        }
        String stripped = text.strip();
        switch (stripped) {
            case "+Inf", "Inf":
                return Double.POSITIVE_INFINITY;
            case "-Inf":
                return Double.NEGATIVE_INFINITY;
            default:
                break;
        }
        // Java would take a suffix for its own types: 1d, 2f.
        char last = stripped.charAt(stripped.length() - 1);
        if (Character.isDigit(last) || last == '.' || stripped.equals("NaN")) {
            try {
                return Double.parseDouble(stripped);
            } catch (NumberFormatException e) {
                throw BadRow.of(column, text, "is no number");
            }
        }
        throw BadRow.of(column, text, "is no number");
    }

    /** Several, apart by blanks, commas or what else arrays are written with; none for no text. */
    static double[] parseAll(String column, @Nullable String text) throws BadRow {
        if (text == null) {
            return new double[0];
        }
        String plain = text.replaceAll("[\\[\\](),;x]", " ").strip();
        if (plain.isEmpty()) {
            return new double[0];
        }
        String[] each = plain.split("\\s+");
        double[] numbers = new double[each.length];
        for (int i = 0; i < each.length; i++) {
            numbers[i] = parse(column, each[i]);
        }
        return numbers;
    }

    /** As VOTable text; null for NaN, which is how a number that is not there is known. */
    static @Nullable String text(double number) {
        return Double.isNaN(number) ? null : CellText.of(number);
    }

    /** Several; null for none. */
    static @Nullable String text(double[] numbers, boolean whole) {
        if (numbers.length == 0) {
            return null;
        }
        StringJoiner text = new StringJoiner(" ");
        for (double number : numbers) {
            text.add(whole ? Long.toString(Math.round(number)) : CellText.of(number));
        }
        return text.toString();
    }

    static @Nullable String wholeText(double number) {
        return Double.isFinite(number) ? Long.toString(Math.round(number)) : null;
    }
}
