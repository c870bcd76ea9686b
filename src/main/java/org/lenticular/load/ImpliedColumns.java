package org.lenticular.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.load.DerivedColumns.Derived;
import org.lenticular.load.Image.CellMaker;
import org.lenticular.sky.RegionText;
import org.lenticular.sky.Spot;

/**
 * What ObsCore wants of every image (ObsCore 1.1 §3.3: it must not be null), where neither the table nor the configuration tells it: the collection, the
 * observation, and the publisher's identifier; and the footprint by which an image is found, where its row tells none as text.
 */
final class ImpliedColumns {
    /** What may stand in an identifier's local part as it is (RFC 3986 §3.4, IVOA Identifiers 2.0 §2.2). */
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?";

    private ImpliedColumns() {}

    /**
     * @param authority that identifiers are made under
     * @param collection its name
     */
    static List<Derived> of(RoleMap roles, String authority, String collection) {
        List<Derived> implied = new ArrayList<>();
        add(implied, roles, "obs_collection", image -> collection);
        add(implied, roles, "obs_id", Image::dataset);
        add(implied, roles, "obs_publisher_did", image -> publisherDid(authority, collection, image.dataset()));
        implied.add(new Derived(
                Terms.named("s_region").column(),
                "s_region",
                image -> roles.text("s_region", image.row()) == null ? region(image) : null));
        return implied;
    }

    /** A single place is in other columns already. */
    private static @Nullable String region(Image image) {
        return image.footprint()
                .filter(region -> !(region instanceof Spot))
                .map(RegionText::format)
                .orElse(null);
    }

    private static void add(List<Derived> implied, RoleMap roles, String role, CellMaker maker) {
        if (!roles.has(role)) {
            implied.add(new Derived(Terms.named(role).column(), role, maker));
        }
    }

    /** Images of one dataset, such as its FITS and its JPEG, share it: it names what links are asked of. */
    static String publisherDid(String authority, String collection, String dataset) {
        return "ivo://" + authority + "/" + escaped(collection) + "?" + escaped(dataset);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(b) >= 0) {
                escaped.append((char) b);
            } else {
                escaped.append(String.format("%%%02X", b));
            }
        }
        return escaped.toString();
    }
}
