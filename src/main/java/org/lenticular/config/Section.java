package org.lenticular.config;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lenticular.fault.Nearest;

/**
 * A map in the file.
 *
 * @param at the map itself
 * @param values by key, in the file's order
 */
record Section(Value at, Map<String, Value> values) {
    /** Why a key is a mistake that is not known where it stands. */
    static final String UNKNOWN = "is no key that is known here";

    Section {
        values = Collections.unmodifiableMap(values);
    }

    /** Tells of every key that is not among the known ones. */
    void allow(Collection<String> known) {
        for (Map.Entry<String, Value> entry : values.entrySet()) {
            if (!known.contains(entry.getKey())) {
                unknown(entry.getValue(), Problems.known(entry.getKey(), known));
            }
        }
    }

    /** Tells of one key that has no business here; not of its value, which may be a secret behind a misspelt key. */
    static void unknown(Value value, String remedy) {
        value.problems().add(new Problem(value.line(), value.key(), "", UNKNOWN, remedy));
    }

    Optional<Value> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The text behind a key that may be left out. */
    Optional<String> text(String key) {
        return value(key).flatMap(Value::text);
    }

    /** The value behind a key that must be there; a problem where it is not, unless it is there misspelt. */
    Optional<Value> required(String key, String remedy) {
        Optional<Value> value = value(key);
        boolean misspelt = values.keySet().stream()
                .anyMatch(other -> Nearest.of(other, List.of(key)).isPresent());
        if (value.isEmpty() && !misspelt) {
            missing(key, remedy);
        }
        return value;
    }

    void missing(String key, String remedy) {
        String path = at.key().isEmpty() ? key : at.key() + "." + key;
        at.problems().add(new Problem(at.line(), path, "", "is missing", remedy));
    }
}
