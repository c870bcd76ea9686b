package org.lenticular.config;

import java.util.Locale;
import org.lenticular.fault.Quoted;

/**
 * One mistake in a configuration, told so that its reader can mend it. A secret's value never gets in: the values of keys that are named like one
 * are replaced by {@code …}, and so are users and passwords in addresses.
 *
 * @param line where in the file, from 1; 0 where it is at no one line
 * @param key the whole way to it, such as {@code sources.gc.kind}; empty for the file as a whole
 * @param value what stands there; empty where nothing does, or where it does not matter
 * @param reason what is wrong with it; follows the value in a sentence
 * @param remedy what would be right; empty where the reason says it
 */
public record Problem(int line, String key, String value, String reason, String remedy) {
    private static final int LONGEST_KEY = 200;

    public Problem {
        if (isSecret(key) && !value.isEmpty()) {
            reason = reason.replace(value, "…");
            remedy = remedy.replace(value, "…");
            value = "…";
        }
        value = withoutUser(value);
        reason = Quoted.oneLine(withoutUser(reason));
        remedy = Quoted.oneLine(withoutUser(remedy));
        key = Quoted.oneLine(key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) + "…" : key);
    }

    /** A mistake that was found elsewhere than in the file's own text, such as in a table that it names. */
    public Problem(String key, String value, String reason, String remedy) {
        this(0, key, value, reason, remedy);
    }

    private static boolean isSecret(String key) {
        String last = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        // The name of a file that holds a secret is none.
        return !last.endsWith("_file") && last.matches(".*(passw|secret|token|credential|key).*");
    }

    private static String withoutUser(String text) {
        return text.replaceAll("://[^/@\\s]*@", "://…@");
    }

    /** The mistake on one line, behind the name of the file: {@code lenticular.yaml:12: sources.gc.kind: 'S4' is …; known: …}. */
    public String in(String file) {
        return file + (line > 0 ? ":" + line : "") + ": " + text();
    }

    private String text() {
        return (key.isEmpty() ? "" : key + ": ")
                + (value.isEmpty() ? "" : Quoted.value(value) + " ")
                + reason
                + (remedy.isEmpty() ? "" : "; " + remedy);
    }

    @Override
    public String toString() {
        return (line > 0 ? "line " + line + ": " : "") + text();
    }
}
