package org.lenticular.sky;

/** Says why a text or a list of numbers is no region, in words for whoever wrote it. */
public final class RegionProblem extends Exception {

    /** @param message what is wrong, and where in the text if there is one */
    public RegionProblem(String message) {
        super(message);
    }

    /** The same problem as one that was found unchecked. */
    RegionProblem(IllegalArgumentException problem) {
        super(problem.getMessage(), problem);
    }
}
