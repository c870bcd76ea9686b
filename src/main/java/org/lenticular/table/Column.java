package org.lenticular.table;

import org.jspecify.annotations.Nullable;

/**
 * One column of a table, or one parameter: what a VOTable FIELD or PARAM says of it (VOTable 1.4 §4.1).
 *
 * @param name any text; what people and pyvo call it
 * @param type the VOTable datatype
 * @param arraysize {@code *}, {@code 2}, {@code 2x3}, …; null for a scalar. A text without one would be a single character
 * @param unit VOUnits, as the archive writes it; null for none
 * @param ucd null for none
 * @param utype null for none
 * @param xtype null for none
 * @param description for people; null for none
 * @param id the XML ID that others refer to; null for none
 * @param ref the XML ID of a COOSYS, TIMESYS or FIELD that this refers to; null for none
 */
public record Column(
        String name,
        Datatype type,
        @Nullable String arraysize,
        @Nullable String unit,
        @Nullable String ucd,
        @Nullable String utype,
        @Nullable String xtype,
        @Nullable String description,
        @Nullable String id,
        @Nullable String ref) {

    /** A column of text of any length. */
    public static Column text(String name) {
        return new Column(name, Datatype.CHAR, "*", null, null, null, null, null, null, null);
    }

    /** A column of single numbers or booleans. */
    public static Column scalar(String name, Datatype type) {
        return new Column(name, type, null, null, null, null, null, null, null, null);
    }

    public Column withName(String newName) {
        return new Column(newName, type, arraysize, unit, ucd, utype, xtype, description, id, ref);
    }

    public Column withType(Datatype newType, @Nullable String newArraysize) {
        return new Column(name, newType, newArraysize, unit, ucd, utype, xtype, description, id, ref);
    }

    public Column withUnit(@Nullable String newUnit) {
        return new Column(name, type, arraysize, newUnit, ucd, utype, xtype, description, id, ref);
    }

    public Column withUcd(@Nullable String newUcd) {
        return new Column(name, type, arraysize, unit, newUcd, utype, xtype, description, id, ref);
    }

    public Column withUtype(@Nullable String newUtype) {
        return new Column(name, type, arraysize, unit, ucd, newUtype, xtype, description, id, ref);
    }

    public Column withDescription(@Nullable String newDescription) {
        return new Column(name, type, arraysize, unit, ucd, utype, xtype, newDescription, id, ref);
    }

    public Column withId(@Nullable String newId) {
        return new Column(name, type, arraysize, unit, ucd, utype, xtype, description, newId, ref);
    }

    public Column withRef(@Nullable String newRef) {
        return new Column(name, type, arraysize, unit, ucd, utype, xtype, description, id, newRef);
    }
}
