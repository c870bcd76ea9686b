package org.lenticular.sia2;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Nearest;
import org.lenticular.query.PolStates;
import org.lenticular.query.Term;

/** The parameters that are words (SIA 2.0 §2.1.4, §2.1.10 to §2.1.16). */
enum WordParameter {
    POL(Term.POL, "meta.code;phys.polarization", "A polarization state that it has"),
    ID(Term.ID, "meta.ref.ivoid", "Its identifier, obs_publisher_did"),
    COLLECTION(Term.COLLECTION, "meta.id", "The data collection that it is of"),
    FACILITY(Term.FACILITY, "meta.id;instr.tel", "The facility that took it"),
    INSTRUMENT(Term.INSTRUMENT, "meta.id;instr", "The instrument that took it"),
    DPTYPE(Term.DPTYPE, "meta.code.class", "What it is: an image or a cube"),
    CALIB(Term.CALIB, "meta.code;obs.calib", "How far it is calibrated: 0 raw to 4 analysis product"),
    TARGET(Term.TARGET, "meta.id;src", "The object that was observed");

    /** ObsCore's kinds of data (ObsCore 1.1 §3.3.1); of which only the first two are in answers here. */
    private static final List<String> KINDS =
            List.of("image", "cube", "spectrum", "sed", "timeseries", "visibility", "event", "measurements");

    private static final List<String> LEVELS = List.of("0", "1", "2", "3", "4");

    private final Term term;
    private final String ucd;
    private final String description;

    WordParameter(Term term, String ucd, String description) {
        this.term = term;
        this.ucd = ucd;
        this.description = description;
    }

    Term term() {
        return term;
    }

    String ucd() {
        return ucd;
    }

    String description() {
        return description;
    }

    /** What an archive may have written for a value that {@link #read} took: answers show kinds in lower case, however they are kept. */
    Stream<String> kept(String value) {
        return this == DPTYPE
                ? Stream.of(
                        value,
                        value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1),
                        value.toUpperCase(Locale.ROOT))
                : Stream.of(value);
    }

    /**
     * A value as it is compared.
     *
     * @throws FaultException where no image can have it
     */
    String read(String value) {
        return switch (this) {
            case POL -> among(PolStates.KNOWN, value, "is no polarization state");
            case DPTYPE -> among(KINDS, value, "is no kind of data");
            case CALIB -> among(LEVELS, value, "is no calibration level");
            // Names are as they are, with their blanks and quotes.
            case ID, COLLECTION, FACILITY, INSTRUMENT, TARGET -> value;
        };
    }

    private String among(List<String> words, String value, String wrong) {
        String stripped = value.strip();
        if (words.contains(stripped)) {
            return stripped;
        }
        // Words of one letter are all alike: there only the case can have been meant otherwise.
        String near = (words == PolStates.KNOWN
                        ? words.stream().filter(stripped::equalsIgnoreCase).findFirst()
                        : Nearest.of(stripped, words))
                .filter(word -> words != LEVELS)
                .map(word -> " (" + word + "?)")
                .orElse("");
        throw FaultException.usage(
                name(),
                value,
                wrong + near + "; use one of " + String.join(", ", words == KINDS ? KINDS.subList(0, 2) : words));
    }

    /** Those whose values are names, of which an unknown one finds nothing. */
    static final Set<WordParameter> NAMES = Set.of(COLLECTION, FACILITY, INSTRUMENT, TARGET);
}
