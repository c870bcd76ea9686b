package org.lenticular.query;

import java.util.Collection;
import java.util.List;

/** The polarization states that there are (SIA 2.0 §2.1.4, ObsCore 1.1 §B.6.6), and a list of them such as {@code /I/Q/U/} as a set of bits. */
public final class PolStates {
    /** In the order of ObsCore. */
    public static final List<String> KNOWN =
            List.of("I", "Q", "U", "V", "RR", "LL", "RL", "LR", "XX", "YY", "XY", "YX", "POLI", "POLA");

    private PolStates() {}

    /** A bit for each state in the list, by its place in {@link #KNOWN}; others have none. Archives put blanks and commas between them, too. */
    public static int bits(String list) {
        return bits(List.of(list.split("[/,;|\\s]+")));
    }

    /** The same of states one by one. */
    public static int bits(Collection<String> states) {
        int bits = 0;
        for (String state : states) {
            int place = KNOWN.indexOf(state.strip());
            bits |= place < 0 ? 0 : 1 << place;
        }
        return bits;
    }

    /** The states of these bits, in alphabetical order. */
    public static List<String> of(int bits) {
        return KNOWN.stream()
                .filter(state -> (bits & bits(List.of(state))) != 0)
                .sorted()
                .toList();
    }
}
