package org.lenticular.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lenticular.location.LocationResolver.Kind;
import org.lenticular.location.SettingProblem;

/** The settings of a place, as its kind judges them. */
final class PlaceSettings {
    private PlaceSettings() {}

    /** Takes out, and tells of, the settings that the kind does not know. */
    static void onlyKnown(Map<String, Value> settings, Kind kind, Keys besides) {
        List<String> known = new ArrayList<>(besides.names());
        known.addAll(kind.settings().keySet().stream().sorted().toList());
        settings.entrySet().removeIf(entry -> {
            boolean unknown = !kind.settings().containsKey(entry.getKey());
            if (unknown) {
                Section.unknown(entry.getValue(), Problems.known(entry.getKey(), known));
            }
            return unknown;
        });
    }

    /** Lets those that are paths begin in the configuration's folder, where they are relative. */
    static void inFolder(Map<String, Value> settings, Kind kind, Path folder) {
        settings.replaceAll((key, value) -> kind.paths().contains(key) ? value.inFolder(folder) : value);
    }

    /** Their texts; a setting without one is a problem, and left out. */
    static Map<String, String> texts(Map<String, Value> settings) {
        Map<String, String> texts = new LinkedHashMap<>();
        settings.forEach((key, value) -> value.text().ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    /**
     * Opens the place, and tells at each setting what its kind says of it.
     *
     * @param missing takes what the kind says of a setting that is not there
     */
    static void check(Kind kind, Map<String, Value> settings, Consumer<SettingProblem> missing) {
        Map<String, String> texts = texts(settings);
        boolean complete = texts.size() == settings.size();
        while (true) {
            try {
                kind.open(Map.copyOf(texts)).close();
                return;
            } catch (SettingProblem problem) {
                Value value = settings.get(problem.key());
                if (value == null && complete) {
                    missing.accept(problem);
                }
                // The kind stops at its first problem: without that setting it may come to the next one.
                if (value == null || texts.remove(problem.key()) == null) {
                    return;
                }
                value.problem(String.valueOf(problem.getMessage()), "");
            }
        }
    }

    static void missing(Value at, SettingProblem problem) {
        String message = String.valueOf(problem.getMessage());
        at.problems().add(new Problem(at.line(), at.key() + "." + problem.key(), "", message, ""));
    }
}
