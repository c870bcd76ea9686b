package org.lenticular.catalogue.packed;

/** A search was told to stop. */
public final class SearchStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SearchStopped() {
        super("the search was stopped", null, false, false);
    }
}
