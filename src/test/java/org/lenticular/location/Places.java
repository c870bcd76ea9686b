package org.lenticular.location;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lenticular.archive.Source;
import org.lenticular.location.http.HttpPlace;
import org.lenticular.location.s3.GoogleKind;
import org.lenticular.location.s3.S3Place;

/** The places of the example, and some beside them. */
public final class Places {
    public static final Place MAIN = new Place(
            source("main-server", "On prem servers"),
            resolver(new HttpPlace.Kind(), Map.of("base", "https://main.example.org/FTP/")),
            true);
    public static final Place EAST = new Place(
            new Source("aws:us-east1", "AWS region 1", List.of("aws:us-east-1"), false),
            resolver(
                    new S3Place.Kind(),
                    Map.of("region", "us-east-1", "bucket", "example", "prefix", "FTP/", "access", "region")),
            true);
    /** Leads to the bucket of {@link #EAST}. */
    public static final Place ALSO_EAST = new Place(
            source("aws:us-east2", "AWS some other region"),
            resolver(
                    new S3Place.Kind(),
                    Map.of("region", "us-east-1", "bucket", "example", "prefix", "FTP/", "access", "region")),
            true);

    public static final Place OPEN = new Place(
            source("aws:open", "An open bucket"),
            resolver(new S3Place.Kind(), Map.of("region", "eu-west-1", "bucket", "open.example")),
            true);
    public static final Place GOOGLE = new Place(
            source("gc:us", "Google's cloud"),
            resolver(new GoogleKind(), Map.of("region", "us-central1", "bucket", "stars_gcs", "prefix", "d/")),
            true);
    /** Hands out addresses of https, also those of {@link #GOOGLE}'s bucket. */
    public static final Place GOOGLE_WEB = new Place(
            source("gc:web", "Google's cloud, by https"),
            resolver(
                    new GoogleKind(),
                    Map.of("region", "us-central1", "bucket", "stars_gcs", "prefix", "d/", "links", "https")),
            true);

    public static final Place WEB = new Place(
            source("aws:web", "A bucket, by https"),
            resolver(new S3Place.Kind(), Map.of("region", "us-west-2", "bucket", "webbed", "links", "https")),
            true);
    /** A name without a place, which is offered all the same. */
    public static final Place NOWHERE =
            new Place(new Source("gc", "GC some region", List.of(), true), Optional.empty(), false);

    private Places() {}

    /** The same place, holding nothing but what a product says. */
    public static Place listed(Place place) {
        return new Place(place.source(), place.resolver(), false);
    }

    /** A bucket of that access. */
    public static Place bucket(String access) {
        return new Place(
                source("aws:bucket", "A bucket"),
                resolver(new S3Place.Kind(), Map.of("region", "us-east-1", "bucket", "bucket", "access", access)),
                true);
    }

    private static Source source(String name, String title) {
        return new Source(name, title, List.of(), false);
    }

    private static Optional<LocationResolver> resolver(LocationResolver.Kind kind, Map<String, String> settings) {
        try {
            return Optional.of(kind.open(settings));
        } catch (SettingProblem e) {
            throw new IllegalStateException(e.key() + " " + e.getMessage(), e);
        }
    }
}
