package org.lenticular.load;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.archive.Semantics;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.fault.Nearest;

/** Takes in the rows of a table of products. */
final class ProductLoad extends RowLoad {
    private final ProductTable table;
    private final CatalogueWriter writer;
    private final Copies copies;
    private final PlaceNames atDefault;

    /** Bad rows, by number. */
    private final BitSet told = new BitSet();

    private long products;

    /**
     * @param before rows that the progress has been told of
     */
    ProductLoad(
            ProductTable table, CatalogueWriter writer, Copies copies, double badRows, Progress progress, long before) {
        super(table.columns(), badRows, progress, before);
        this.table = table;
        this.writer = writer;
        this.copies = copies;
        this.atDefault = copies.defaultNames();
    }

    void run() throws TableException, TooManyBadRows {
        read(List.of(table.file()));
    }

    /**
     * Tells of the rows of these datasets, which the catalogue has taken out. Only the table's end shows that a dataset has no {@code #this}: the
     * rows are read again to be told, since remembering where each dataset began would cost every load its memory.
     */
    void takenOut(Set<String> datasets) throws TableException, TooManyBadRows {
        if (!datasets.isEmpty()) {
            table.file().read(new WithoutThis(datasets));
            bad.check();
        }
    }

    /** The second reading. */
    private final class WithoutThis implements RowSink {
        private final Set<String> datasets;
        private long rows;

        private WithoutThis(Set<String> datasets) {
            this.datasets = datasets;
        }

        @Override
        public boolean head(TableHead head) {
            return true;
        }

        @Override
        public boolean row(@Nullable Object[] cells) throws TooManyBadRows {
            rows++;
            row.moveTo(rows, cells);
            String dataset = row.optional("dataset");
            if (dataset != null && datasets.contains(dataset) && !told.get((int) rows)) {
                products--;
                bad.spoiled(
                        table.path(),
                        rows,
                        BadRow.of(
                                "dataset",
                                dataset,
                                "has no row with the semantics #this, and so no link to the data; add one, or give #this to the row of"
                                        + " its main file"));
            }
            return true;
        }
    }

    @Override
    void left() {
        told.set((int) rows());
    }

    @Override
    void take() throws BadRow, IOException {
        String dataset = present("dataset");
        Address address = Address.of(present("path"), atDefault);
        String contentType = row.optional("content_type");
        Map<String, Held> held = copies.of(new Copies.Wanted(address, contentType), row, table.columns());
        String length = row.optional("content_length");
        Product product = new Product(
                address.path(),
                semantics(),
                row.optional("description"),
                contentType,
                TemplateProducts.length("content_length", length),
                row.optional("content_qualifier"),
                row.optional("local_semantics"),
                held);
        if (!writer.product(dataset, product)) {
            throw BadRow.of(
                    "path",
                    product.path(),
                    "is a product of the dataset " + dataset + " with " + product.semantics() + " already");
        }
        products++;
        copies.count(address.path(), held);
    }

    private String present(String column) throws BadRow {
        String text = row.optional(column);
        if (text == null) {
            throw BadRow.of("has no " + column);
        }
        return text;
    }

    private String semantics() throws BadRow {
        String text = row.optional("semantics");
        if (text == null) {
            return Semantics.THIS;
        }
        if (!Semantics.isValid(text)) {
            String term = text.replaceFirst("^#", "");
            throw BadRow.of(
                    "semantics",
                    text,
                    "is no term of the DataLink vocabulary"
                            + Nearest.of(term, Semantics.terms())
                                    .map(near -> "; did you mean '#" + near + "'?")
                                    .orElse(", such as #this, #preview or #calibration"));
        }
        return text;
    }

    long products() {
        return products;
    }
}
