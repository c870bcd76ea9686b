package org.lenticular.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Location;
import org.lenticular.archive.Product;
import org.lenticular.archive.Semantics;
import org.lenticular.archive.Template;
import org.lenticular.config.Config.ProductTemplate;

/** An image's own path, and the products of its dataset that templates make. */
final class TemplateProducts {
    private final Plan plan;
    private final Copies copies;
    private final PlaceNames atDefault;
    private final int own;

    TemplateProducts(Plan plan, Copies copies) {
        this.plan = plan;
        this.copies = copies;
        this.atDefault = copies.defaultNames();
        this.own = own(plan.settings().products());
    }

    /** Which template makes the image's own file: the first that is the dataset itself. A preview may well be named before it. */
    static int own(List<ProductTemplate> templates) {
        for (int i = 0; i < templates.size(); i++) {
            if (templates.get(i).semantics().equals(Semantics.THIS)) {
                return i;
            }
        }
        return 0;
    }

    /** The media type of the images' own files; empty where no template tells it. A directory has none. */
    static Optional<Template> contentType(List<ProductTemplate> templates) {
        return templates.isEmpty()
                ? Optional.empty()
                : templates
                        .get(own(templates))
                        .contentType()
                        .filter(type -> !type.toString().equals("directory"));
    }

    /** The image's own file: the first {@code #this} template's, else what the row's address leads to. */
    Address address(Row row) throws BadRow {
        List<ProductTemplate> products = plan.settings().products();
        if (!products.isEmpty()) {
            Template path = products.get(own).path();
            return Address.of(present(row.expand(path), path), atDefault);
        }
        String url = plan.roles().text("access_url", row);
        String address = url == null ? plan.roles().text("SIA_reference", row) : url;
        if (address == null) {
            throw BadRow.of("has no address: its " + source() + " is empty");
        }
        return Address.of(address.strip(), atDefault);
    }

    private String source() {
        RoleValue value = plan.roles().get("access_url");
        return value == null ? "SIA_reference" : value.source();
    }

    private static String present(@Nullable String path, Template template) throws BadRow {
        if (path == null || path.isBlank()) {
            throw BadRow.of("has no path: " + ImageLoad.emptyColumn(Optional.of(template.toString())));
        }
        return path.strip();
    }

    /** What the image's own file is to the sources. */
    Copies.Wanted wanted(Address address, Row row) {
        List<ProductTemplate> products = plan.settings().products();
        return new Copies.Wanted(
                address, products.isEmpty() ? null : optional(products.get(own).contentType(), row));
    }

    /**
     * @param path of the image's own file
     * @param held where that is otherwise than by rule
     */
    List<Product> of(Row row, String path, Map<String, Held> held) throws BadRow, IOException {
        List<Product> products = new ArrayList<>();
        List<ProductTemplate> templates = plan.settings().products();
        for (int i = 0; i < templates.size(); i++) {
            ProductTemplate template = templates.get(i);
            if (i == own) {
                products.add(product(template, path, row, held));
                continue;
            }
            String each = optional(Optional.of(template.path()), row);
            // A row without this product has the others still.
            if (each != null) {
                products.add(other(template, each, row));
            }
        }
        return products;
    }

    /** A whole address that is not the default source's is nobody else's copy either: documentation lies where it lies. */
    private Product other(ProductTemplate template, String path, Row row) throws BadRow, IOException {
        Address address = Address.of(path, atDefault);
        return address.atDefault().isPresent()
                ? product(template, path, row, copies.onlyAt(new Location(path)))
                : product(
                        template,
                        address.path(),
                        row,
                        copies.unlisted(address.path(), optional(template.contentType(), row)));
    }

    private static Product product(ProductTemplate template, String path, Row row, Map<String, Held> held)
            throws BadRow {
        String length = optional(template.contentLength(), row);
        return new Product(
                path,
                template.semantics(),
                optional(template.description(), row),
                optional(template.contentType(), row),
                length(template.contentLength().map(Template::toString).orElse(""), length),
                optional(template.contentQualifier(), row),
                optional(template.localSemantics(), row),
                held);
    }

    private static @Nullable String optional(Optional<Template> template, Row row) {
        String text = template.isEmpty() ? null : row.expand(template.get());
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Bytes; null where they are not known. */
    static @Nullable Long length(String column, @Nullable String text) throws BadRow {
        double bytes = Numbers.parse(column, text);
        if (text == null || Double.isNaN(bytes)) {
            return null;
        }
        if (!(bytes >= 0 && bytes <= 1L << 62) || bytes != Math.rint(bytes)) {
            throw BadRow.of(column, text, "is no number of bytes");
        }
        return (long) bytes;
    }
}
