package org.lenticular.protocol;

import java.util.OptionalInt;
import org.lenticular.fault.FaultException;

/** MAXREC (DALI 1.1 §3.4.4), and RESULTMAX, as notebooks send it: the smaller of both. */
public final class RowLimit {
    private final int byDefault;
    private final int most;

    /**
     * @param byDefault rows where the client does not say
     * @param most rows at the most, whatever it says
     */
    public RowLimit(int byDefault, int most) {
        this.byDefault = Math.min(byDefault, most);
        this.most = most;
    }

    /** @throws FaultException where it is no number of rows */
    public int read(Parameters parameters) {
        OptionalInt maxrec = read(parameters, "MAXREC");
        OptionalInt resultmax = read(parameters, "RESULTMAX");
        if (maxrec.isEmpty() && resultmax.isEmpty()) {
            return byDefault;
        }
        return Math.min(maxrec.orElse(most), resultmax.orElse(most));
    }

    public int byDefault() {
        return byDefault;
    }

    public int most() {
        return most;
    }

    private OptionalInt read(Parameters parameters, String name) {
        String text = parameters.given(name).orElse("").strip();
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        // More than there may be is no mistake, it is cut; but what no count of rows can be is one.
        if (!text.matches("\\+?\\d{1,18}")) {
            throw FaultException.usage(
                    name,
                    text,
                    "is no number of rows; send a whole number from 0 on; more than " + most + " is " + most);
        }
        return OptionalInt.of((int) Math.min(Long.parseLong(text), most));
    }
}
