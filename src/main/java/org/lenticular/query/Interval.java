package org.lenticular.query;

/**
 * Numbers from one to another, both included; a single number is from itself to itself.
 *
 * @param low may be −∞
 * @param high not below {@code low}; may be +∞
 */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(low + " is not at or below " + high);
        }
    }

    /** Whether they have a number in common. */
    public boolean overlaps(double otherLow, double otherHigh) {
        return low <= otherHigh && otherLow <= high;
    }
}
