package org.lenticular.catalogue.facts;

import java.io.IOException;

/**
 * Writes which images have each word: for each number of a word where its images begin, then the images, one word's behind the other's. Counted and put
 * in the file itself.
 */
final class WordIndexWriter {
    private WordIndexWriter() {}

    /**
     * @param column where the words begin
     * @param words the highest number
     * @param values how many images have one
     */
    static void write(GrowingFile file, long column, long images, int words, long values) throws IOException {
        long start = file.grow((words + 3L + values) * Long.BYTES);
        long lists = start + (words + 3L) * Long.BYTES;
        // A word's place is written two behind its own: it is moved by one while images are counted up, and by one
        // while they are put.
        for (long image = 0; image < images; image++) {
            long place = start + (word(file, column, image) + 2L) * Long.BYTES;
            file.putLong(place, file.getLong(place) + 1);
        }
        // Those without a word are in no list.
        file.putLong(start + 2 * Long.BYTES, 0);
        for (long word = 2; word < words + 2L; word++) {
            long next = start + (word + 1) * Long.BYTES;
            file.putLong(next, file.getLong(next) + file.getLong(next - Long.BYTES));
        }
        for (long image = 0; image < images; image++) {
            int word = word(file, column, image);
            if (word > 0) {
                long place = start + (word + 1L) * Long.BYTES;
                long next = file.getLong(place);
                file.putLong(lists + next * Long.BYTES, image);
                file.putLong(place, next + 1);
            }
        }
        file.putLong(FactsLayout.targets(), start);
        file.putLong(FactsLayout.targets() + 8, words);
    }

    private static int word(GrowingFile file, long column, long image) {
        return file.getInt(column + image * Integer.BYTES);
    }
}
