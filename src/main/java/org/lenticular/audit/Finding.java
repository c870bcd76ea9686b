package org.lenticular.audit;

import java.util.Locale;

/** What was found of one copy. */
public enum Finding {
    /** It is there, and nothing known speaks against it. */
    FINE,
    /** The place answers, and has none. */
    MISSING,
    /** It is there, with another number of bytes than the catalogue says. */
    OTHER_SIZE,
    /** The place did not say. */
    CANNOT_SAY,
    /** The place was not asked: it had not said anything many times in a row. */
    NOT_ASKED;

    /** For people: {@code other size}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
