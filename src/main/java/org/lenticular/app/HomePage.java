package org.lenticular.app;

import org.lenticular.config.Config;
import org.lenticular.config.Config.CollectionSettings;
import org.lenticular.table.Markup;
import org.lenticular.table.PageStyle;

/** The home page: what is served here, and an address to try for each collection. Its links are relative: it knows no address of its own. */
final class HomePage {
    private static final String SIA2 = """
            <h2>All collections</h2>
            <p>SIA 2.0: <code>vo/sia2/query</code>; DataLink: <code>vo/datalink</code>. What a registry reads: <a href="vo/capabilities">capabilities</a>,
            <a href="vo/tables">tables</a>, <a href="vo/availability">availability</a>.</p>
            <ul>
            <li><a href="vo/sia2/query?MAXREC=0">its columns and parameters</a></li>
            <li><a href="vo/sia2/query?MAXREC=10">ten images, wherever they are</a></li>
            <li><a href="vo/sia2/query?FACETS=collection">how many images there are of each collection</a></li>
            <li>examples: <a href="vo/sia2/examples">of queries</a>, <a href="vo/datalink/examples">of links</a></li>
            </ul>
            """;

    private HomePage() {}

    static String html(Config config) {
        StringBuilder page = new StringBuilder();
        String title = Markup.escaped(config.service().title());
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>")
                .append(title)
                .append("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append(PageStyle.element())
                .append("</head>\n<body>\n<main>\n<h1>")
                .append(title)
                .append("</h1>\n<p>Images of the sky, by Simple Image Access 1.0 and 2.0, and DataLink 1.1.</p>\n");
        page.append(SIA2);
        for (CollectionSettings collection : config.collections().values()) {
            append(page, collection);
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void append(StringBuilder page, CollectionSettings collection) {
        String name = Markup.escaped(collection.name());
        page.append("<h2>").append(Markup.escaped(collection.title())).append("</h2>\n<p>");
        collection
                .description()
                .ifPresent(text -> page.append(Markup.escaped(text)).append("<br>"));
        page.append("SIA 1.0: <code>vo/sia/").append(name).append("/query</code>; DataLink: <code>vo/datalink/");
        page.append(name).append("</code>.</p>\n<ul>\n");
        link(page, collection, "&amp;FORMAT=METADATA", "its columns and parameters");
        link(page, collection, "&amp;POS=0,0&amp;SIZE=360,180&amp;MAXREC=10", "ten of its images, wherever they are");
        page.append("<li><a href=\"vo/moc/")
                .append(name)
                .append("\">the part of the sky that it covers</a>, a map for Aladin (MOC)</li>\n");
        page.append("</ul>\n");
    }

    private static void link(StringBuilder page, CollectionSettings collection, String query, String what) {
        page.append("<li><a href=\"vo/sia?table=")
                .append(Markup.escaped(collection.name()))
                .append(query)
                .append("\">")
                .append(what)
                .append("</a></li>\n");
    }
}
