package org.lenticular.vosi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A place where the service can be entered: what stands beside it tells of it (DALI 1.1 §2: siblings).
 *
 * @param kind what one finds there
 * @param collection the one collection behind it; empty for all
 */
record Door(Kind kind, String collection) {
    enum Kind {
        /** The service as a whole. */
        WHOLE,
        /** Simple Image Access 1.0, of one collection. */
        SIA1,
        /** Simple Image Access 2.0. */
        SIA2,
        /** DataLink 1.1. */
        DATALINK
    }

    static final Door WHOLE = new Door(Kind.WHOLE, "");
    static final Door SIA2 = new Door(Kind.SIA2, "");
    static final Door DATALINK = new Door(Kind.DATALINK, "");

    static Door sia1(String collection) {
        return new Door(Kind.SIA1, collection);
    }

    static List<Door> all(Set<String> collections) {
        List<Door> doors = new ArrayList<>(List.of(WHOLE, SIA2, DATALINK));
        collections.forEach(collection -> doors.add(sia1(collection)));
        return doors;
    }

    /** Where its siblings stand, below the service's own address. */
    String path() {
        return switch (kind) {
            case WHOLE -> "/vo";
            case SIA1 -> "/vo/sia/" + collection;
            case SIA2 -> "/vo/sia2";
            case DATALINK -> "/vo/datalink";
        };
    }

    boolean hasTables() {
        return kind != Kind.DATALINK;
    }

    boolean hasExamples() {
        return kind != Kind.WHOLE;
    }
}
