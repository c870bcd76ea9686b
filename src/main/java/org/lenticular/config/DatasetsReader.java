package org.lenticular.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lenticular.archive.Location;
import org.lenticular.archive.Semantics;
import org.lenticular.archive.Template;
import org.lenticular.config.Config.ProductTemplate;
import org.lenticular.config.Config.TableSettings;
import org.lenticular.fault.Nearest;

/** Reads a collection's {@code datasets}: what DataLink knows its images by, and which products it links. */
final class DatasetsReader {
    private final TablesReader tables;
    private final Optional<Section> datasets;
    private final Optional<Value> products;

    DatasetsReader(TablesReader tables, Section collection) {
        this.tables = tables;
        this.datasets = collection.value("datasets").flatMap(value -> value.section(Keys.DATASETS));
        this.products = datasets.flatMap(section -> section.value("products"));
    }

    Optional<Template> id() {
        return datasets.flatMap(section -> section.value("id")).flatMap(Value::template);
    }

    Optional<TableSettings> productTable() {
        return products.filter(value -> !value.isList()).flatMap(tables::table);
    }

    List<ProductTemplate> products() {
        if (products.isEmpty() || !products.get().isList()) {
            return List.of();
        }
        List<ProductTemplate> templates = new ArrayList<>();
        for (Value item : products.get().items()) {
            if (item.isMap()) {
                item.section(Keys.PRODUCT).ifPresent(section -> product(section).ifPresent(templates::add));
            } else {
                item.problem(
                        "is no product", "write - path: \"{column}\"; a table of products is one file, not a list");
            }
        }
        boolean whole = templates.size() == products.get().items().size();
        if (whole && templates.stream().noneMatch(each -> each.semantics().equals(Semantics.THIS))) {
            products.get()
                    .problem(
                            "has no product that is the dataset itself",
                            "let one have semantics: \"#this\", the default");
        }
        return templates;
    }

    private static Optional<ProductTemplate> product(Section section) {
        String semantics =
                section.value("semantics").flatMap(DatasetsReader::semantics).orElse(Semantics.THIS);
        Optional<Template> path = section.required("path", "write path: \"{column}\", its name in the collection")
                .flatMap(Value::template);
        Optional<Template> contentType = template(
                section,
                "content_type",
                DatasetsReader::isMediaTypeOrDirectory,
                "is no media type",
                "write type/subtype, or directory");
        Optional<Template> contentLength = template(
                section,
                "content_length",
                text -> text.matches("[0-9]{1,18}"),
                "is no number of bytes",
                "write digits only");
        Optional<Template> qualifier = template(
                section,
                "content_qualifier",
                text -> text.startsWith("#") || isUri(text),
                "is no term",
                "write #term of the product-type vocabulary, such as \"#image\", or a URI");
        return path.map(each -> new ProductTemplate(
                each,
                semantics,
                section.value("description").flatMap(Value::template),
                contentType,
                contentLength,
                qualifier,
                section.value("local_semantics").flatMap(Value::template)));
    }

    /** A template; where it is the same for every product, its text must be as wanted. */
    private static Optional<Template> template(
            Section section, String key, Predicate<String> wanted, String reason, String remedy) {
        Optional<Value> value = section.value(key);
        Optional<Template> template = value.flatMap(Value::template);
        Optional<String> constant = template.filter(Template::isConstant).map(each -> each.expand(column -> null));
        if (constant.isPresent() && !wanted.test(constant.get())) {
            value.get().problem(reason, remedy);
        }
        return template;
    }

    private static boolean isMediaTypeOrDirectory(String text) {
        return text.equals("directory") || isMediaType(text);
    }

    static boolean isMediaType(String text) {
        return text.matches("[A-Za-z0-9.+_-]+/[A-Za-z0-9.+*_-]+(\\s*;.*)?");
    }

    private static boolean isUri(String text) {
        return Location.isWhole(text) || text.startsWith("ivo:");
    }

    /** A term of the DataLink vocabulary, or an absolute URI. */
    static Optional<String> semantics(Value value) {
        Optional<String> text = value.text();
        if (text.isPresent() && !Semantics.isValid(text.get())) {
            List<String> terms =
                    Semantics.terms().stream().sorted().map(term -> "#" + term).toList();
            value.problem("is no term of the DataLink vocabulary", semanticsRemedy(text.get(), terms));
            return Optional.empty();
        }
        return text;
    }

    private static String semanticsRemedy(String text, List<String> terms) {
        if (terms.contains("#" + text)) {
            return "write \"#" + text + "\", with its # and in quotes";
        }
        return "write an absolute URI or one of " + String.join(" ", terms)
                + Nearest.of(text, terms).map(nearest -> " (" + nearest + "?)").orElse("");
    }
}
