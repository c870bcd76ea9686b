package org.lenticular.stac;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.location.CloudAccess;
import org.lenticular.location.CopyAddress;

/**
 * An image's copies as STAC's assets: the one that is handed out, and the others as its alternates (Alternate Assets 1.2), with what the clouds are
 * (Storage 2.0). Both are made of the places that {@code access_url} and {@code cloud_access} are made of.
 *
 * @param assets by name
 * @param schemes {@code storage:schemes}, by the names of sources; empty where no copy is in a cloud
 */
public record Assets(ObjectNode assets, ObjectNode schemes) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * What is handed out.
     *
     * @param address of it; null where there is none
     * @param source the name of the source whose copy that is; null where it is no copy
     * @param type its media type; null where that is not known
     * @param isLinks whether it leads to the image's links and not to the image
     */
    public record Given(
            @Nullable String address,
            @Nullable String source,
            @Nullable String type,
            boolean isLinks) {}

    /** @param copies all of them */
    public static Assets of(Given given, List<CopyAddress> copies) {
        Assets made = new Assets(JSON.objectNode(), JSON.objectNode());
        ObjectNode alternates = made.assets;
        if (given.address() != null) {
            String name = given.isLinks() ? "links" : "image";
            ObjectNode asset = made.assets.putObject(name).put("href", given.address());
            if (given.type() != null) {
                asset.put("type", given.type());
            }
            asset.putArray("roles").add(given.isLinks() ? "metadata" : "data");
            if (!given.isLinks()) {
                alternates = JSON.objectNode();
            }
            for (CopyAddress copy : copies) {
                if (copy.source().name().equals(given.source())) {
                    asset.put("alternate:name", copy.source().title());
                    made.refer(asset, copy);
                }
            }
        }
        for (CopyAddress copy : copies) {
            if (!copy.href().equals(given.address())) {
                made.add(alternates, copy);
            }
        }
        if (alternates != made.assets && !alternates.isEmpty()) {
            ((ObjectNode) made.assets.get("image")).set("alternate", alternates);
        }
        return made;
    }

    /** Whether some asset has others beside it. */
    static boolean hasAlternates(String assets) {
        return assets.contains("\"alternate\":{");
    }

    private void add(ObjectNode alternates, CopyAddress copy) {
        ObjectNode alternate = alternates
                .putObject(copy.source().name())
                .put("href", copy.href())
                .put("alternate:name", copy.source().title());
        if (alternates == assets) {
            // No asset that it could stand beside: it is one itself.
            alternate.putArray("roles").add("data");
        }
        refer(alternate, copy);
    }

    private void refer(ObjectNode asset, CopyAddress copy) {
        copy.cloud().ifPresent(cloud -> {
            if (scheme(copy, cloud)) {
                asset.putArray("storage:refs").add(copy.source().name());
            }
        });
    }

    /** Says what a cloud is; false where Storage wants to know more of it than we do. */
    private boolean scheme(CopyAddress copy, CloudAccess cloud) {
        ObjectNode scheme = JSON.objectNode();
        switch (cloud.provider()) {
            case "aws" -> {
                // Buckets of the first years have names that today's rules, and so the extension, forbid.
                boolean named = cloud.bucket().matches("[a-z0-9][a-z0-9-.]{1,61}[a-z0-9]")
                        && cloud.region().matches("[a-z0-9-]+");
                scheme.put("type", named ? "aws-s3" : "custom-s3")
                        .put(
                                "platform",
                                named
                                        ? "https://{bucket}.s3.{region}.amazonaws.com"
                                        : "https://s3.amazonaws.com/{bucket}");
            }
            case "gc" -> scheme.put("type", "gcp-gcs").put("platform", "https://storage.googleapis.com/{bucket}");
            default -> {
                return false;
            }
        }
        scheme.put("bucket", cloud.bucket());
        if (!cloud.region().isEmpty()) {
            scheme.put("region", cloud.region());
        }
        if (copy.requesterPays()) {
            scheme.put("requester_pays", true);
        }
        schemes.set(copy.source().name(), scheme.put("title", copy.source().title()));
        return true;
    }
}
