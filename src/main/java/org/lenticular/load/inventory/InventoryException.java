package org.lenticular.load.inventory;

/** A report cannot be read, or not to its end. */
public final class InventoryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient InventoryProblem problem;

    InventoryException(InventoryProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    InventoryProblem problem() {
        return problem;
    }
}
