package org.lenticular.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Template;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.config.Config;
import org.lenticular.config.Config.CollectionSettings;
import org.lenticular.config.Config.Place;
import org.lenticular.load.DerivedColumns.Derived;
import org.lenticular.table.Column;

/**
 * How one collection will be read: what can be known of it before its first row.
 *
 * @param dataset makes an image's dataset identifier; empty: it is the path
 * @param stored the columns of each image's row in the catalogue
 * @param products the table of products; null where there is none
 * @param listings of what sources hold
 */
record Plan(
        CollectionSettings settings,
        Map<String, Place> places,
        ImageTables tables,
        RoleMap roles,
        Footprints footprints,
        Optional<Template> dataset,
        List<StoredColumn> stored,
        List<Derived> derived,
        @Nullable ProductTable products,
        Listings listings) {

    OwnColumns columns() {
        return tables.columns();
    }

    /** How many rows its tables have; -1 where only reading tells. */
    long rows() {
        long more = products == null ? 0 : products.rows();
        return tables.rows() < 0 || more < 0 ? -1 : tables.rows() + more;
    }

    /** Finds everything that is wrong; null where something is. */
    static @Nullable Plan of(Config config, CollectionSettings settings, Problems problems) {
        int before = problems.list().size();
        ImageTables tables = ImageTables.open(settings.tables(), "table", problems);
        ProductTable products = settings.productTable()
                .map(table -> ProductTable.open(table, problems))
                .orElse(null);
        Listings listings = Listings.open(config, settings, problems);
        if (tables == null) {
            return null;
        }
        OwnColumns columns = tables.columns();
        RoleMap roles = roles(columns, settings, problems);
        Footprints footprints = new Footprints(roles);
        PlanCheck check = new PlanCheck(settings, columns, roles, problems);
        check.position(footprints);
        check.paths();
        check.templates(products);
        check.services();
        if (problems.list().size() > before || settings.productTable().isPresent() && products == null) {
            return null;
        }
        Optional<Template> dataset = dataset(settings, roles);
        OptionalInt ownDataset = dataset.map(columns::only).orElse(OptionalInt.empty());
        boolean isFree = ownDataset.isPresent()
                && roles.of(ownDataset.getAsInt()).isEmpty()
                && columns.get(ownDataset.getAsInt()).type().isText();
        List<Derived> derived = DerivedColumns.of(columns, roles, footprints, isFree);
        List<StoredColumn> stored = new ArrayList<>();
        for (int i = 0; i < columns.count(); i++) {
            stored.add(own(columns.get(i), i, roles, isFree && ownDataset.getAsInt() == i));
        }
        derived.forEach(each -> stored.add(new StoredColumn(each.column(), each.role(), false)));
        List<Derived> implied = ImpliedColumns.of(roles, config.service().authority(), settings.name());
        implied.forEach(each -> stored.add(new StoredColumn(each.column(), each.role(), false, true)));
        derived.addAll(implied);
        return new Plan(
                settings, config.places(), tables, roles, footprints, dataset, stored, derived, products, listings);
    }

    /** Where nothing else says what an image's format is, the product that is its file does. */
    private static RoleMap roles(OwnColumns columns, CollectionSettings settings, Problems problems) {
        RoleMap roles = RoleMap.of(columns, settings.columns(), problems);
        Optional<Template> type = TemplateProducts.contentType(settings.products())
                .filter(template -> columns.missing(template).isEmpty());
        if (type.isEmpty() || roles.has("access_format") || roles.has("SIA_format")) {
            return roles;
        }
        Map<String, Template> more = new LinkedHashMap<>(settings.columns());
        more.put("access_format", type.get());
        // What is wrong has been told.
        return RoleMap.of(columns, more, new Problems(settings.name()));
    }

    private static Optional<Template> dataset(CollectionSettings settings, RoleMap roles) {
        return settings.datasetId()
                .or(() -> Optional.ofNullable(roles.get("obs_publisher_did")).map(RoleValue::template))
                .or(() -> Optional.ofNullable(roles.get("obs_id")).map(RoleValue::template));
    }

    /**
     * An own column has one role; one that is another already keeps that, and the identifier gets a column beside it. So it does where its own is no
     * text: an identifier is one in links, and clients take it from the column as it is.
     */
    private static StoredColumn own(Column column, int index, RoleMap roles, boolean isDataset) {
        String role = roles.of(index).map(Term::name).orElse(null);
        if (role == null && isDataset) {
            role = "datalink";
        } else if (role == null && column.name().equalsIgnoreCase("cloud_access")) {
            role = "cloud_access";
        }
        return new StoredColumn(column, role, true);
    }
}
