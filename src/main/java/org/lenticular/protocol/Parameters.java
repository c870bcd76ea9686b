package org.lenticular.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lenticular.fault.FaultException;

/** What a client sent, from the query string and the body alike: names without regard to case (DALI 1.1 §3.1), values as they are. */
public final class Parameters {
    /** Nothing sent. */
    public static final Parameters NONE = new Parameters(Map.of());

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** From pairs of name and value, in the order in which they came. */
    public static Parameters of(List<Map.Entry<String, String>> pairs) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> pair : pairs) {
            values.computeIfAbsent(pair.getKey().toUpperCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(pair.getValue());
        }
        values.replaceAll((name, all) -> List.copyOf(all));
        return new Parameters(values);
    }

    /** All values of a parameter that may be repeated, in order; empty where it was not sent. */
    public List<String> all(String name) {
        return values.getOrDefault(name.toUpperCase(Locale.ROOT), List.of());
    }

    /** The value of a parameter that may be sent once; a repetition is the client's mistake (DALI 1.1 §3.2). */
    public Optional<String> single(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw FaultException.usage(name + ": sent " + all.size() + " times; send it once");
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** The same for a parameter whose blank value says no more than none. */
    public Optional<String> given(String name) {
        return single(name).filter(value -> !value.isBlank());
    }

    /** The names that were sent, in upper case, in order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }
}
