package org.lenticular.location;

/** A setting of a place that cannot be used. */
public final class SettingProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * @param key the setting, such as {@code region}
     * @param message what is wrong with it and what would be right
     */
    public SettingProblem(String key, String message) {
        super(message);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
