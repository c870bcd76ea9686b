package org.lenticular.location.s3;

import java.net.URI;
import java.util.regex.Pattern;
import org.lenticular.location.PercentEncoding;
import software.amazon.awssdk.regions.GeneratedPartitionMetadataProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Who answers for a bucket.
 *
 * @param endpoint http or https, host, port, perhaps a path; no slash at its end
 * @param region what requests are signed for
 * @param pathStyle whether buckets stand in the path for certain; else in the host's name, where they can
 */
record Server(String endpoint, String region, boolean pathStyle) {
    private static final Pattern NUMBERS = Pattern.compile("https?://(?:[0-9.]+|\\[.*])(?::.*|/.*)?");

    /** Amazon's own, in a region. */
    static Server ofAmazon(Region region, boolean pathStyle) {
        // Not by the region's own metadata: that makes an object of each of AWS's four hundred services, a third of a
        // second of every start.
        String domain = new GeneratedPartitionMetadataProvider()
                .partitionMetadata(region)
                .dnsSuffix();
        return new Server("https://s3." + region.id() + "." + domain, region.id(), pathStyle);
    }

    /** For people. */
    String host() {
        return URI.create(endpoint).getAuthority();
    }

    /** Where an object that anybody may read can be fetched. */
    String address(ObjectName object) {
        String key = PercentEncoding.path(object.key());
        String bucket = object.bucket();
        // A name with a dot in it would not match the certificate of *.s3.…, and a host of numbers has no names below
        // it.
        if (pathStyle || bucket.indexOf('.') >= 0 || NUMBERS.matcher(endpoint).matches()) {
            return endpoint + "/" + bucket + "/" + key;
        }
        int host = endpoint.indexOf("://") + 3;
        return endpoint.substring(0, host) + bucket + "." + endpoint.substring(host) + "/" + key;
    }
}
