package org.lenticular.fault;

/**
 * One failure, ready to be told to a client in any form.
 *
 * @param word the standards' word, which every message begins with (DataLink 1.1 §3.4, SIA 2.0 §3.3)
 * @param status the HTTP status (DALI 1.1 §4.2)
 * @param message one line for a person: parameter, value, what would be right; without the word
 */
public record Fault(Word word, int status, String message) {
    /** The fault words of DataLink 1.1 §3.4 and SIA 2.0 §3.3. */
    public enum Word {
        NOT_FOUND("NotFoundFault"),
        USAGE("UsageFault"),
        TRANSIENT("TransientFault"),
        FATAL("FatalFault"),
        DEFAULT("DefaultFault");

        private final String text;

        Word(String text) {
            this.text = text;
        }

        /** The word as it stands in an answer, such as {@code UsageFault}. */
        public String text() {
            return text;
        }
    }

    public Fault {
        message = Quoted.oneLine(message);
    }

    /** The whole text of an answer's error: the word, a colon, the message. */
    public String text() {
        return word.text() + ": " + message;
    }
}
