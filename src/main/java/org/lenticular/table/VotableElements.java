package org.lenticular.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of a VOTable around its rows (VOTable 1.4 §3, §4). */
final class VotableElements {
    private VotableElements() {}

    static byte[] fields(List<Column> columns) {
        Utf8Buffer out = new Utf8Buffer();
        for (Column column : columns) {
            out.add("<FIELD");
            attributes(out, column);
            if (column.description() == null) {
                out.add("/>\n");
            } else {
                out.add(">");
                description(out, column.description());
                out.add("</FIELD>\n");
            }
        }
        return out.toBytes();
    }

    static void info(Utf8Buffer out, Info info) {
        out.add("<INFO");
        Markup.attribute(out, "name", info.name());
        Markup.attribute(out, "value", info.value());
        if (info.text() == null) {
            out.add("/>\n");
        } else {
            out.add(">");
            Markup.text(out, info.text());
            out.add("</INFO>\n");
        }
    }

    static void param(Utf8Buffer out, Param param) {
        out.add("<PARAM");
        attributes(out, param.column());
        Markup.attribute(out, "value", param.value());
        boolean values =
                param.min() != null || param.max() != null || !param.options().isEmpty();
        String description = param.column().description();
        if (!values && description == null) {
            out.add("/>\n");
            return;
        }
        out.add(">");
        description(out, description);
        if (values) {
            values(out, param);
        }
        out.add("</PARAM>\n");
    }

    /** A descriptor is a RESOURCE of its own at the top: nested ones are not found by clients (DataLink 1.1 §4.1). */
    static void service(Utf8Buffer out, ServiceDescriptor service) {
        out.add("<RESOURCE type=\"meta\"");
        Markup.attribute(out, "utype", service.utype());
        Markup.attribute(out, "ID", service.id());
        Markup.attribute(out, "name", service.name());
        out.add(">\n");
        description(out, service.description());
        out.add("\n");
        service.params().forEach(param -> param(out, param));
        out.add("<GROUP name=\"inputParams\">\n");
        service.inputs().forEach(param -> param(out, param));
        out.add("</GROUP>\n</RESOURCE>\n");
    }

    static void description(Utf8Buffer out, @Nullable String text) {
        if (text != null) {
            out.add("<DESCRIPTION>");
            Markup.text(out, text);
            out.add("</DESCRIPTION>");
        }
    }

    private static void values(Utf8Buffer out, Param param) {
        out.add("<VALUES>");
        bound(out, "MIN", param.min());
        bound(out, "MAX", param.max());
        for (Param.Option option : param.options()) {
            out.add("<OPTION");
            Markup.attribute(out, "name", option.name());
            Markup.attribute(out, "value", option.value());
            out.add("/>");
        }
        out.add("</VALUES>");
    }

    private static void bound(Utf8Buffer out, String element, @Nullable String value) {
        if (value != null) {
            out.add("<" + element);
            Markup.attribute(out, "value", value);
            out.add("/>");
        }
    }

    private static void attributes(Utf8Buffer out, Column column) {
        Markup.attribute(out, "ID", column.id());
        Markup.attribute(out, "name", column.name());
        Markup.attribute(out, "datatype", column.type().word());
        Markup.attribute(out, "arraysize", column.arraysize());
        Markup.attribute(out, "unit", column.unit());
        Markup.attribute(out, "ucd", column.ucd());
        Markup.attribute(out, "utype", column.utype());
        Markup.attribute(out, "xtype", column.xtype());
        Markup.attribute(out, "ref", column.ref());
    }
}
