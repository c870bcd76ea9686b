package org.lenticular.vosi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Roles;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.fault.FaultException;
import org.lenticular.table.Column;

/**
 * The tables that answers are made of, with their columns (VOSI 1.1 §2.4, VODataService 1.2 §3.4): ObsCore's, and each collection's as SIA 1.0 shows
 * it.
 */
final class Tables {
    /** The name that TAP services have for it (ObsCore 1.1 §6). */
    static final String OBSCORE = "ivoa.obscore";

    private static final String OBSCORE_UTYPE = "ivo://ivoa.net/std/ObsCore#core-1.1";
    private final ServiceFacts facts;

    /** @param images how many rows it has; negative where that is not known */
    private record Table(
            String name, String description, @Nullable String utype, long images, List<Column> columns) {}

    Tables(ServiceFacts facts) {
        this.facts = facts;
    }

    /**
     * The document.
     *
     * @param detailed whether it tells columns ({@code detail=max})
     * @throws FaultException where the door's one collection is not loaded; of all, those are told that are
     */
    String document(Door door, boolean detailed) {
        Xml xml = Xml.document();
        xml.open("vosi:tableset", namespaces());
        write(xml, door, detailed);
        return xml.close().toString();
    }

    /** The document of one table; empty where the door has none of this name. */
    Optional<String> document(Door door, String name) {
        return all(door).stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .map(table -> {
                    Xml xml = Xml.document();
                    xml.open("vosi:table", namespaces());
                    content(xml, table, true);
                    return xml.close().toString();
                });
    }

    private static String[] namespaces() {
        return new String[] {
            "xmlns:vosi",
            "http://www.ivoa.net/xml/VOSITables/v1.0",
            "xmlns:vs",
            "http://www.ivoa.net/xml/VODataService/v1.1",
            "xmlns:xsi",
            "http://www.w3.org/2001/XMLSchema-instance"
        };
    }

    /** The schemas alone. */
    void write(Xml xml, Door door, boolean detailed) {
        List<Table> tables = all(door);
        schema(xml, "ivoa", tables.stream().filter(Tables::isObsCore).toList(), detailed);
        schema(
                xml,
                "collections",
                tables.stream().filter(table -> !isObsCore(table)).toList(),
                detailed);
    }

    private static boolean isObsCore(Table table) {
        return table.name().equals(OBSCORE);
    }

    private static void schema(Xml xml, String name, List<Table> tables, boolean detailed) {
        if (!tables.isEmpty()) {
            xml.open("schema").element("name", name);
            for (Table table : tables) {
                xml.open("table");
                content(xml, table, detailed);
                xml.close();
            }
            xml.close();
        }
    }

    private static void content(Xml xml, Table table, boolean detailed) {
        xml.element("name", table.name()).element("description", table.description());
        xml.element("utype", table.utype());
        xml.element("nrows", table.images() < 0 ? null : Long.toString(table.images()));
        if (detailed) {
            table.columns().forEach(column -> column(xml, column, isObsCore(table)));
        }
    }

    private static void column(Xml xml, Column column, boolean obsCore) {
        boolean standard = obsCore && Roles.OBSCORE_MANDATORY.contains(column.name());
        xml.open("column", "std", Boolean.toString(standard));
        xml.element("name", column.name()).element("description", column.description());
        xml.element("unit", column.unit()).element("ucd", column.ucd());
        xml.element("utype", column.utype());
        xml.element(
                "dataType",
                column.type().word(),
                "xsi:type",
                "vs:VOTableType",
                "arraysize",
                column.arraysize(),
                "extendedType",
                column.xtype());
        xml.close();
    }

    private List<Table> all(Door door) {
        List<Table> tables = new ArrayList<>();
        if (door.kind() == Door.Kind.SIA2 || door.kind() == Door.Kind.WHOLE) {
            tables.add(new Table(OBSCORE, "Images of all collections", OBSCORE_UTYPE, -1, facts.obsCore()));
        }
        if (door.kind() == Door.Kind.SIA1) {
            tables.add(own(door.collection()));
        } else if (door.kind() == Door.Kind.WHOLE) {
            facts.collections().keySet().stream()
                    .filter(this::isLoaded)
                    .map(this::own)
                    .forEach(tables::add);
        }
        return tables;
    }

    private boolean isLoaded(String collection) {
        try {
            return facts.catalogue().table(collection).images() >= 0;
        } catch (FaultException e) {
            return false;
        }
    }

    private Table own(String collection) {
        ImageTable table = facts.catalogue().table(collection);
        ServiceFacts.Described described = facts.collections().get(collection);
        String text = described == null ? "" : described.description().orElse(described.title());
        return new Table(collection, text, null, table.images(), facts.columns().apply(collection));
    }
}
