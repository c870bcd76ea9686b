package org.lenticular.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Template;
import org.lenticular.config.Config.CollectionSettings;
import org.lenticular.config.Config.ProductTemplate;
import org.lenticular.config.LinkedService;

/** Says what a collection's tables lack for what its configuration asks of them. */
final class PlanCheck {
    private final CollectionSettings settings;
    private final OwnColumns columns;
    private final RoleMap roles;
    private final Problems problems;

    PlanCheck(CollectionSettings settings, OwnColumns columns, RoleMap roles, Problems problems) {
        this.settings = settings;
        this.columns = columns;
        this.roles = roles;
        this.problems = problems;
    }

    void position(Footprints footprints) {
        // A configured position that is wrong has been told.
        boolean isTried = Stream.of("s_ra", "s_dec", "s_region").anyMatch(settings.columns()::containsKey);
        if (footprints.areKnown() || isTried) {
            return;
        }
        String ra = likely("ra", "raj2000", "ra_deg", "ra_icrs", "ra_targ", "resolved_ra", "ra_j2000", "alpha_j2000");
        String dec =
                likely("dec", "dej2000", "dec_deg", "de_icrs", "dec_targ", "resolved_dec", "dec_j2000", "decj2000");
        problems.add(
                "columns",
                "",
                "no column says where the images are",
                "name the columns of the position or of the footprint: s_ra: \"{" + ra + "}\", s_dec: \"{" + dec
                        + "}\"; the table's columns: " + String.join(", ", columns.names()));
    }

    private String likely(String usual, String... others) {
        return Stream.concat(Stream.of(usual), Stream.of(others))
                .map(columns::index)
                .filter(index -> index >= 0)
                .map(index -> columns.get(index).name())
                .findFirst()
                .orElse(usual);
    }

    void paths() {
        if (settings.products().isEmpty() && !roles.has("access_url") && !roles.has("SIA_reference")) {
            problems.add(
                    "datasets.products",
                    "",
                    "is not there, and no column holds the addresses of the files",
                    "say where they are, by a template over the table's columns: products: [{path: \"{column}\"}],"
                            + " or columns: {access_url: \"{column}\"}");
        }
    }

    void templates(@Nullable ProductTable products) {
        settings.datasetId().ifPresent(id -> problems.checkTemplate("datasets.id", id, columns));
        for (int i = 0; i < settings.products().size(); i++) {
            String key = "datasets.products[" + i + "]";
            ProductTemplate product = settings.products().get(i);
            problems.checkTemplate(key + ".path", product.path(), columns);
            check(key + ".description", product.description());
            check(key + ".content_type", product.contentType());
            check(key + ".content_length", product.contentLength());
            check(key + ".content_qualifier", product.contentQualifier());
            check(key + ".local_semantics", product.localSemantics());
        }
        settings.holdings()
                .forEach((source, holding) -> holding.path().ifPresent(path -> {
                    // Of the two tables, either may list what a source holds.
                    List<String> missing = columns.missing(path);
                    if (products == null || !products.columns().missing(path).isEmpty() && !missing.isEmpty()) {
                        problems.checkTemplate("sources." + source + ".path", path, columns);
                    }
                }));
    }

    /** What services call the datasets, over the images' columns and what {@link LinkedService} adds to them. */
    void services() {
        for (LinkedService service : settings.services()) {
            service.id()
                    .ifPresent(id -> columns.missing(id).stream()
                            .filter(name -> !roles.has(name))
                            .filter(name -> !name.equals(LinkedService.DATASET) && !name.equals(LinkedService.PATH))
                            .forEach(
                                    name -> problems.missing("services." + service.name() + ".id", id, name, columns)));
        }
    }

    private void check(String key, Optional<Template> template) {
        template.ifPresent(each -> problems.checkTemplate(key, each, columns));
    }
}
