package org.lenticular.load;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a collection's tables before they are loaded, to learn the names that its sources' listings will be asked for. Rows that cannot be
 * used ask for nothing; they are told when they are loaded.
 */
final class NameScan {
    private final Plan plan;
    private final Copies copies;
    private final TemplateProducts templates;
    private final Progress progress;
    private long rows;

    private NameScan(Plan plan, Copies copies, Progress progress) {
        this.plan = plan;
        this.copies = copies;
        this.templates = new TemplateProducts(plan, copies);
        this.progress = progress;
    }

    /** By source. */
    static Map<String, WantedNames> of(Plan plan, Progress progress) throws TableException {
        Map<String, WantedNames> wanted = new LinkedHashMap<>();
        Map<String, Copies.Lookup> noting = new LinkedHashMap<>();
        for (String source : plan.listings().sources().keySet()) {
            WantedNames names = new WantedNames(plan.rows());
            wanted.put(source, names);
            noting.put(source, (name, isDirectory) -> {
                names.add(name, isDirectory);
                return Optional.empty();
            });
        }
        progress.begin(plan.settings().name() + ", names of its files", plan.rows());
        new NameScan(plan, new Copies(plan.settings().holdings(), plan.places(), noting), progress).run();
        return wanted;
    }

    private void run() throws TableException {
        Row image = new Row(plan.columns());
        for (TableFile file : plan.tables().files()) {
            file.read(new Scan(image, this::image));
        }
        ProductTable table = plan.products();
        if (table != null) {
            table.file().read(new Scan(new Row(table.columns()), row -> product(row, table.columns())));
        }
    }

    private void image(Row row) throws BadRow, IOException {
        Address address = templates.address(row);
        templates.of(row, address.path(), copies.of(templates.wanted(address, row), row, plan.columns()));
    }

    private void product(Row row, OwnColumns columns) throws BadRow, IOException {
        String path = row.optional("path");
        if (path != null) {
            Address address = Address.of(path, copies.defaultNames());
            copies.of(new Copies.Wanted(address, row.optional("content_type")), row, columns);
        }
    }

    private interface Asking {
        void ask(Row row) throws BadRow, IOException;
    }

    private final class Scan implements RowSink {
        private final Row row;
        private final Asking asking;

        private Scan(Row row, Asking asking) {
            this.row = row;
            this.asking = asking;
        }

        @Override
        public boolean head(TableHead head) {
            return true;
        }

        @Override
        public boolean row(@Nullable Object[] cells) throws IOException {
            row.moveTo(++rows, cells);
            try {
                asking.ask(row);
            } catch (BadRow e) {
                // It is told when it is loaded.
            }
            progress.rows(rows);
            return true;
        }
    }
}
