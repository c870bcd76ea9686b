package org.lenticular.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.ImageRecord;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.load.DerivedColumns.Derived;
import org.lenticular.sky.Region;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;

/** Takes in the rows of a collection's images. */
final class ImageLoad implements RowSink {
    private final Plan plan;
    private final CatalogueWriter writer;
    private final Copies copies;
    private final Progress progress;
    private final BadRows bad;
    private final Row row;
    private final RowNames names = new RowNames();
    private final TemplateProducts templates;
    private final boolean[] beyondAscii;
    private final boolean[] perRequest;

    private long rows;
    private long images;
    private long products;
    private long leftOut;
    private long nowhere;

    ImageLoad(Plan plan, CatalogueWriter writer, Copies copies, Progress progress) {
        this.plan = plan;
        this.writer = writer;
        this.copies = copies;
        this.progress = progress;
        this.bad = new BadRows(plan.settings().badRows(), progress::note);
        this.row = new Row(plan.columns());
        this.templates = new TemplateProducts(plan, copies);
        this.beyondAscii = new boolean[plan.stored().size()];
        this.perRequest = new boolean[plan.columns().count()];
        for (int i = 0; i < perRequest.length; i++) {
            StoredColumn column = plan.stored().get(i);
            perRequest[i] = column.is("access_url") || column.is("SIA_reference") || column.is("cloud_access");
        }
    }

    /** Reads them all. */
    void run() throws TableException, TooManyBadRows {
        for (TableFile file : plan.tables().files()) {
            names.begin(file.path(), rows);
            file.read(this);
        }
        bad.check();
    }

    @Override
    public boolean head(TableHead head) {
        return true;
    }

    @Override
    public boolean row(@Nullable Object[] cells) throws IOException, TooManyBadRows {
        rows++;
        row.moveTo(rows, cells);
        try {
            if (isImage()) {
                add();
            } else {
                leftOut++;
            }
            bad.good();
        } catch (BadRow e) {
            bad.bad(names.file(), names.inFile(rows), e);
        }
        progress.rows(rows);
        return true;
    }

    private boolean isImage() {
        String type = plan.roles().text("dataproduct_type", row);
        return type == null
                || type.strip().equalsIgnoreCase("image")
                || type.strip().equalsIgnoreCase("cube");
    }

    private void add() throws BadRow, IOException {
        Address address = templates.address(row);
        String dataset = plan.dataset().isEmpty()
                ? address.path()
                : row.expand(plan.dataset().get());
        if (dataset == null || dataset.isBlank()) {
            throw BadRow.of(
                    "has no dataset identifier: " + emptyColumn(plan.dataset().map(Object::toString)));
        }
        Position given = plan.footprints().position(row);
        Optional<Region> footprint = plan.footprints().of(row, given);
        Position position =
                given.isKnown() ? given : footprint.map(Footprints::centre).orElse(given);
        Image image = new Image(row, dataset, address.path(), footprint, position);
        Map<String, Held> held = copies.of(templates.wanted(address, row), row, plan.columns());
        List<Product> linked = templates.of(row, image.path(), held);
        ImageRecord record = new ImageRecord(
                rows,
                Optional.ofNullable(plan.roles().text("obs_publisher_did", row)),
                dataset,
                footprint,
                format(),
                address.path(),
                held,
                cells(image));
        OptionalLong earlier = writer.image(record);
        if (earlier.isPresent()) {
            throw BadRow.of(
                    "obs_publisher_did",
                    record.did().orElse(""),
                    "is that of " + names.of(earlier.getAsLong()) + " too, and names one dataset only");
        }
        images++;
        nowhere += footprint.isEmpty() ? 1 : 0;
        copies.count(image.path(), held);
        for (Product product : linked) {
            // Images of one dataset may well lead to the same product.
            if (writer.product(dataset, product)) {
                products++;
                copies.count(product.path(), product.held());
            }
        }
    }

    static String emptyColumn(Optional<String> template) {
        return template.map(text -> "a column of " + text + " is empty").orElse("nothing gives one");
    }

    private @Nullable String format() {
        String format = plan.roles().text("access_format", row);
        return format == null ? plan.roles().text("SIA_format", row) : format;
    }

    private List<@Nullable String> cells(Image image) throws BadRow {
        List<@Nullable String> cells = new ArrayList<>(plan.stored().size());
        for (int i = 0; i < plan.columns().count(); i++) {
            cells.add(perRequest[i] ? null : row.cell(i));
        }
        for (Derived derived : plan.derived()) {
            cells.add(derived.maker().cell(image));
        }
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            beyondAscii[i] |= cell != null && !beyondAscii[i] && !CellText.isAscii(cell);
        }
        return cells;
    }

    /** The columns of what has been read: text that left ASCII somewhere is {@code unicodeChar} (VOTable 1.4 §2.1). */
    List<StoredColumn> columns() {
        List<StoredColumn> columns = new ArrayList<>();
        for (int i = 0; i < plan.stored().size(); i++) {
            StoredColumn stored = plan.stored().get(i);
            Column column = stored.column();
            boolean widens = beyondAscii[i] && column.type() == Datatype.CHAR;
            columns.add(
                    widens
                            ? new StoredColumn(
                                    column.withType(Datatype.UNICODE_CHAR, column.arraysize()),
                                    stored.role(),
                                    stored.own(),
                                    stored.implied())
                            : stored);
        }
        return columns;
    }

    /** With the products besides that a table lists, and that images became. */
    LoadReport report(long moreProducts, long badProducts, double seconds) {
        return new LoadReport(
                plan.settings().name(),
                images,
                products + moreProducts,
                leftOut,
                bad.count() + badProducts,
                nowhere,
                seconds);
    }

    long rows() {
        return rows;
    }
}
