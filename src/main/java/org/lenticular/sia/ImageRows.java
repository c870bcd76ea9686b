package org.lenticular.sia;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.Images;
import org.lenticular.protocol.ImageCopy;
import org.lenticular.table.Cells;
import org.lenticular.table.EncodedRow;
import org.lenticular.table.Rows;

/** The images of an answer, cut at its limit; what is kept is sent as it is, addresses are put between. */
final class ImageRows implements Rows {
    private final Images images;
    private final AnswerShape shape;
    private final AnswerShape.Use[] uses;
    private final ImageCopy copy;
    private final int limit;
    private int sent;
    private boolean overflowed;

    ImageRows(Images images, AnswerShape shape, ImageCopy copy, int limit) {
        this.images = images;
        this.shape = shape;
        // An array, since it is gone through for every cell of every row.
        this.uses = shape.uses().toArray(AnswerShape.Use[]::new);
        this.copy = copy;
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
        copy.moveTo(images);
        EncodedRow.Reader row = images.row();
        for (AnswerShape.Use use : uses) {
            row.advance();
            switch (use) {
                case SKIP -> {}
                case SEND -> row.send(cells);
                case CLOUD_ACCESS -> cells.text(copy.cloudAccess());
                case ADDRESS -> cells.text(copy.address());
            }
        }
        if (shape.tellsSource()) {
            copy.tellSource(cells);
        }
        return true;
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
