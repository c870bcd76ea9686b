package org.lenticular.catalogue.sqlite;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;

/** Texts as one JSON array, which SQLite unfolds: any number of them is one value, and one statement that is prepared once. */
final class TextArray {
    private TextArray() {}

    static String of(List<String> texts) {
        StringBuilder array = new StringBuilder("[");
        for (String text : texts) {
            array.append(array.length() == 1 ? "\"" : ",\"");
            JsonStringEncoder.getInstance().quoteAsString(text, array);
            array.append('"');
        }
        return array.append(']').toString();
    }
}
