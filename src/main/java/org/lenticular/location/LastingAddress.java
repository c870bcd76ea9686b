package org.lenticular.location;

import java.util.regex.Pattern;
import org.lenticular.archive.Product;

/** The address of a product in this service, which leads to a copy for as long as there is one (design: {@code /data}). */
final class LastingAddress {
    /**
     * What containers and proxies take away from an address's path or refuse in it: empty segments, dots, {@code ;}, controls; and {@code %}, which
     * Tomcat leaves encoded where it passes encoded slashes through.
     */
    private static final Pattern REFUSED_IN_A_PATH = Pattern.compile("//|/\\.{1,2}(?:/|$)|[;%\\\\\\p{Cntrl}]");

    private LastingAddress() {}

    static Address of(String collection, Product product, Place place, String base) {
        String source = "source=" + PercentEncoding.query(place.source().name());
        return Address.lasting(
                REFUSED_IN_A_PATH.matcher("/" + product.path()).find()
                        ? base + "/data/" + collection + "?path=" + PercentEncoding.query(product.path()) + "&" + source
                        : base + "/data/" + PercentEncoding.path(collection + "/" + product.path()) + "?" + source);
    }
}
