package org.lenticular.sia2;

import java.util.List;
import java.util.Optional;
import org.lenticular.fault.FaultException;
import org.lenticular.query.Interval;

/** Reads {@code lo hi}, or one number, which is the interval from it to itself (SIA 2.0 §2.1; DALI 1.1 §3.3.2). */
final class IntervalReader {
    private final Range range;
    private final Words words;

    private IntervalReader(Range range, String value) {
        this.range = range;
        this.words = Words.of(range.name(), value, range.example());
    }

    /** @throws FaultException where it is no interval */
    static Interval read(Range range, String value) {
        return new IntervalReader(range, value).interval();
    }

    private Interval interval() {
        refuseDates();
        refuseUnits();
        if (words.count() > 2) {
            throw words.fault("needs 1 or 2 numbers, got " + words.count());
        }
        if (words.count() == 1) {
            double number = words.finite(0);
            return new Interval(number, number);
        }
        double low = words.number(0);
        double high = words.number(1);
        if (low == Double.POSITIVE_INFINITY) {
            throw words.fault("begins with +Inf, and nothing is above that");
        }
        if (high == Double.NEGATIVE_INFINITY) {
            throw words.fault("ends with -Inf, and nothing is below that");
        }
        if (low > high) {
            throw FaultException.usage(
                    range.name(),
                    words.value(),
                    "has its upper end first; the lower one comes first: " + range.name() + "="
                            + words.all().get(1).text() + " "
                            + words.all().get(0).text());
        }
        return new Interval(low, high);
    }

    /** Who sends a date means a day; what it is in MJD is easily told. */
    private void refuseDates() {
        List<String> texts = words.all().stream().map(Words.Word::text).toList();
        if (range == Range.TIME && texts.stream().anyMatch(text -> text.matches("\\d{4}-\\d{2}-\\d{2}.*"))) {
            String wrong = "has a date; times are MJD, in days";
            throw Meant.inDays(texts)
                    .map(days ->
                            FaultException.usage(range.name(), words.value(), wrong + ": " + range.name() + "=" + days))
                    .orElseGet(() -> words.fault(wrong));
        }
    }

    private void refuseUnits() {
        String wrong = "has a unit in it; " + range.name() + " is "
                + range.unitInWords().map(unit -> "always in " + unit).orElse("a ratio without one");
        Optional<String> meant = Meant.inOwnUnit(range, words.value());
        if (meant.isPresent()) {
            throw FaultException.usage(range.name(), words.value(), wrong + ": " + range.name() + "=" + meant.get());
        }
        List<Words.Word> all = words.all();
        String last = all.get(all.size() - 1).text();
        if (all.size() > 1
                && Words.isNumber(all.get(all.size() - 2).text())
                && last.matches("[A-Za-zµÅ]{1,10}")
                && !Words.isNumber(last)
                && !last.equalsIgnoreCase("nan")) {
            throw words.fault(wrong);
        }
    }
}
