package org.lenticular.http;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every address that there is, for those who ask one above or beside them.
 *
 * @param all each without the context's own path, in their order
 */
record Addresses(List<String> all) {
    /** More are no help: an archive may have hundreds of collections. */
    private static final int MOST = 60;

    private static final Pattern OF_A_COLLECTION = Pattern.compile("/vo/sia/([^/]+)/capabilities");

    Addresses {
        all = List.copyOf(all);
    }

    /** @param documents the addresses of what the service says of itself: they name the collections */
    static Addresses of(Set<String> documents) {
        Set<String> all = new TreeSet<>(documents);
        all.addAll(List.of("/vo/sia", "/vo/sia2/query", "/vo/datalink", "/vo/moc", "/health/live", "/health/ready"));
        for (String document : documents) {
            Matcher collection = OF_A_COLLECTION.matcher(document);
            if (collection.matches()) {
                all.add("/vo/sia/" + collection.group(1) + "/query");
                all.add("/vo/datalink/" + collection.group(1));
                all.add("/vo/moc/" + collection.group(1));
            }
        }
        return new Addresses(List.copyOf(all));
    }

    /** Those at and beneath the nearest address above this one that has any, the service's own aside; none where there is no such. */
    List<String> near(String path) {
        for (String above = path; above.length() > 1; above = above.substring(0, above.lastIndexOf('/'))) {
            String root = above.endsWith("/") ? above.substring(0, above.length() - 1) : above;
            List<String> beneath = all.stream()
                    .filter(address -> address.equals(root) || address.startsWith(root + "/"))
                    .limit(MOST)
                    .toList();
            if (!beneath.isEmpty()) {
                return beneath;
            }
        }
        return List.of();
    }
}
