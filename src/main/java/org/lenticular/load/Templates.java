package org.lenticular.load;

import java.text.ParseException;
import org.lenticular.archive.Template;

/** Templates that we make ourselves. */
final class Templates {
    private Templates() {}

    /** The cell of one column, whatever its name. */
    static Template column(String name) {
        return parse("{" + name + "}");
    }

    /** Of text that is a template, or part of one. */
    static Template parse(String text) {
        try {
            return Template.parse(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(text + " " + e.getMessage(), e);
        }
    }
}
