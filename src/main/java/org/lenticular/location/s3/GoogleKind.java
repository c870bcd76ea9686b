package org.lenticular.location.s3;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.SettingProblem;

/** The kind {@code gs}: buckets of Google Cloud Storage, through its interface for those who speak S3. */
public final class GoogleKind implements LocationResolver.Kind {
    private final Connections connections = new Connections(Clock.systemUTC());

    @Override
    public String name() {
        return Cloud.GOOGLE.scheme();
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = SettingsReader.common(Cloud.GOOGLE);
        settings.put("region", "where the bucket is, as Google spells it, such as us-central1 or us");
        return Map.copyOf(settings);
    }

    @Override
    public Set<String> paths() {
        return SettingsReader.PATHS;
    }

    @Override
    public Set<String> schemes() {
        return Set.of(Cloud.GOOGLE.scheme(), "https", "http");
    }

    @Override
    public LocationResolver open(Map<String, String> settings) throws SettingProblem {
        return new S3Place(new SettingsReader(Cloud.GOOGLE, settings).read(), connections);
    }
}
