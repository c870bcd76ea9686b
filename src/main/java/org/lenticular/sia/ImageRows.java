package org.lenticular.sia;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Images;
import org.lenticular.location.Choice;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.WantedSources;
import org.lenticular.table.Cells;
import org.lenticular.table.EncodedRow;
import org.lenticular.table.Rows;

/** The images of an answer, cut at its limit; what is kept is sent as it is, addresses are put between. */
final class ImageRows implements Rows {
    private final Images images;
    private final AnswerShape shape;
    private final AnswerShape.Use[] uses;
    private final CopyChooser copies;
    private final WantedSources wanted;
    private final String base;
    private final int limit;
    private int sent;
    private boolean overflowed;

    ImageRows(Images images, AnswerShape shape, CopyChooser copies, WantedSources wanted, String base, int limit) {
        this.images = images;
        this.shape = shape;
        // An array, since it is gone through for every cell of every row.
        this.uses = shape.uses().toArray(AnswerShape.Use[]::new);
        this.copies = copies;
        this.wanted = wanted;
        this.base = base;
        this.limit = limit;
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        if (!images.next()) {
            return false;
        }
        if (sent == limit) {
            // Only a further image shows that the limit cut something.
            overflowed = true;
            return false;
        }
        sent++;
        Product file = Product.at(images.path(), images.held());
        EncodedRow.Reader row = images.row();
        Choice choice = null;
        for (AnswerShape.Use use : uses) {
            row.advance();
            switch (use) {
                case SKIP -> {}
                case SEND -> row.send(cells);
                case CLOUD_ACCESS -> cells.text(copies.cloudAccess(file));
                case ADDRESS -> {
                    choice = choice == null ? copies.choose(file, wanted, base) : choice;
                    cells.text(choice.text());
                }
            }
        }
        if (shape.tellsSource()) {
            tellSource(cells, choice == null ? copies.choose(file, wanted, base) : choice);
        }
        return true;
    }

    /** Which copy it is, and why; where there is none, why not: a table of images has no other column for that. */
    private static void tellSource(Cells cells, Choice choice) throws IOException {
        cells.text(choice.source());
        cells.text(choice.fault() == null ? choice.note() : choice.fault().text());
    }

    @Override
    public boolean overflowed() {
        return overflowed;
    }

    @Override
    public @Nullable String overflowMessage() {
        return overflowed
                ? "There are more than these " + limit + " images; ask for a smaller region, or more with MAXREC"
                : null;
    }

    @Override
    public void close() {
        images.close();
    }
}
