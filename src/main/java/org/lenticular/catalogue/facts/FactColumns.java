package org.lenticular.catalogue.facts;

import java.util.ArrayList;
import java.util.List;
import org.lenticular.query.Extent;
import org.lenticular.query.Term;

/** Which columns are kept, in the order in which they are numbered: numbers, then words. */
public final class FactColumns {
    /** ObsCore names of the columns of numbers. */
    public static final List<String> NUMBERS = numbers();
    /** Terms whose words are kept as numbers of a dictionary, states of polarization as bits; images are looked up by {@link Term#ID}. */
    public static final List<Term> WORDS =
            List.of(Term.values()).stream().filter(term -> term != Term.ID).toList();

    static final int COUNT = NUMBERS.size() + WORDS.size();

    private FactColumns() {}

    private static List<String> numbers() {
        List<String> names = new ArrayList<>();
        for (Extent extent : Extent.values()) {
            names.add(extent.low());
            if (!extent.high().equals(extent.low())) {
                names.add(extent.high());
            }
        }
        return List.copyOf(names);
    }

    static int low(Extent extent) {
        return NUMBERS.indexOf(extent.low());
    }

    static int high(Extent extent) {
        return NUMBERS.indexOf(extent.high());
    }

    static int of(Term term) {
        return NUMBERS.size() + WORDS.indexOf(term);
    }

    /** Bytes of a value. */
    static int width(int column) {
        return column < NUMBERS.size() ? Double.BYTES : Integer.BYTES;
    }

    /** The ObsCore name. */
    static String name(int column) {
        return column < NUMBERS.size()
                ? NUMBERS.get(column)
                : WORDS.get(column - NUMBERS.size()).column();
    }
}
