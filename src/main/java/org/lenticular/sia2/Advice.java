package org.lenticular.sia2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lenticular.fault.Nearest;
import org.lenticular.fault.Quoted;
import org.lenticular.protocol.UnknownParameters;
import org.lenticular.table.Info;

/** What a client should know of a question that can be answered, but hardly as it was meant: a name that no image has, the type of another thing. */
final class Advice {
    /** Names that are told. */
    private static final int MOST_NAMES = 10;

    private Advice() {}

    static List<Info> on(Question question, SelfDescription known) {
        List<Info> warnings = new ArrayList<>();
        question.words().forEach((parameter, values) -> {
            if (WordParameter.NAMES.contains(parameter)) {
                Optional<List<String>> words = known.words(parameter.term());
                values.stream()
                        .filter(value -> words.isPresent() && !words.get().contains(value))
                        .limit(MOST_NAMES)
                        .forEach(value -> warnings.add(unknown(parameter, value, words.orElse(List.of()))));
            }
        });
        question.formats()
                .formOfAnswers()
                .ifPresent(type -> warnings.add(UnknownParameters.warning("FORMAT=" + type
                        + " asks for images of that type; the form of the answer is asked for with RESPONSEFORMAT="
                        + type)));
        return warnings;
    }

    private static Info unknown(WordParameter parameter, String value, List<String> words) {
        String there = words.isEmpty()
                ? "none has any"
                : "there is " + String.join(", ", words.subList(0, Math.min(MOST_NAMES, words.size())))
                        + (words.size() > MOST_NAMES ? ", …" : "");
        return UnknownParameters.warning("no image has the " + parameter.name() + " " + Quoted.value(value)
                + Nearest.of(value, words).map(near -> " (" + near + "?)").orElse("") + "; " + there);
    }
}
