package org.lenticular.archive;

import java.util.Locale;
import java.util.Optional;

/** Whether a client must be logged in to follow a link (DataLink 1.1 §3.2.11). */
public enum LinkAuth {
    /** Nobody is: all may. */
    FALSE,
    /** One may be, and those who are not may follow it too. */
    OPTIONAL,
    /** Only those who are logged in may. */
    TRUE;

    /** The standard's word; empty where the text is none of them. Case counts. */
    public static Optional<LinkAuth> of(String word) {
        for (LinkAuth auth : values()) {
            if (auth.word().equals(word)) {
                return Optional.of(auth);
            }
        }
        return Optional.empty();
    }

    /** As it stands in the column {@code link_auth}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * As it stands in the column {@code link_authorized}: whether the caller may follow the link (§3.2.12). Callers are not logged in here, so it
     * is what holds for anybody.
     */
    public String authorized() {
        return Boolean.toString(this != TRUE);
    }
}
