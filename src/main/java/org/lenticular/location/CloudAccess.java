package org.lenticular.location;

/**
 * A copy in a cloud, as the column {@code cloud_access} has it.
 *
 * @param provider {@code aws}, {@code gc}, {@code azure}
 * @param bucket its name
 * @param region as the provider spells it, such as {@code us-east-1}
 * @param key without a leading slash
 * @param access {@code open}, {@code region}, {@code restricted} or {@code none}
 */
public record CloudAccess(String provider, String bucket, String region, String key, String access) {}
