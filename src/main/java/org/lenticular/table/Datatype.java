package org.lenticular.table;

/** The VOTable datatypes that columns here have (VOTable 1.4 §2.1). */
public enum Datatype {
    BOOLEAN("boolean"),
    SHORT("short"),
    INT("int"),
    LONG("long"),
    FLOAT("float"),
    DOUBLE("double"),
    CHAR("char"),
    UNICODE_CHAR("unicodeChar");

    private final String word;

    Datatype(String word) {
        this.word = word;
    }

    /** The datatype of this word. */
    public static Datatype of(String word) {
        for (Datatype type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no VOTable datatype: " + word);
    }

    /** The value of the attribute {@code datatype}. */
    public String word() {
        return word;
    }

    public boolean isText() {
        return this == CHAR || this == UNICODE_CHAR;
    }
}
