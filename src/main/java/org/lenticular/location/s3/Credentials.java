package org.lenticular.location.s3;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;

/**
 * Which credentials a place uses: where they are found, never they themselves.
 *
 * @param name of the profile or file; empty for the other two
 */
record Credentials(From from, String name) {
    static final Credentials ANONYMOUS = new Credentials(From.NOWHERE, "");
    static final Credentials DEFAULT = new Credentials(From.DEFAULT_CHAIN, "");

    private static final String PROFILE = "profile:";

    /** Where they are found. */
    enum From {
        NOWHERE,
        /** Environment, system properties, the default profile, the role of the container or machine: Amazon's own order. */
        DEFAULT_CHAIN,
        PROFILE,
        /** A file with an identifier and a secret. */
        KEY_FILE
    }

    /** As they are written in a configuration; empty where nothing is meant by it. */
    static Optional<Credentials> parse(String text) {
        return switch (text) {
            case "anonymous" -> Optional.of(ANONYMOUS);
            case "default" -> Optional.of(DEFAULT);
            default ->
                text.startsWith(PROFILE) && !text.substring(PROFILE.length()).isBlank()
                        ? Optional.of(new Credentials(
                                From.PROFILE, text.substring(PROFILE.length()).strip()))
                        : Optional.empty();
        };
    }

    static Credentials keyFile(String file) {
        return new Credentials(From.KEY_FILE, file);
    }

    boolean anonymous() {
        return from == From.NOWHERE;
    }

    /** For people: {@code the credentials of profile 'archive'}. */
    String described() {
        return switch (from) {
            case NOWHERE -> "no credentials";
            case DEFAULT_CHAIN -> "the credentials of AWS's default chain";
            case PROFILE -> "the credentials of profile '" + name + "'";
            case KEY_FILE -> "the credentials in " + name;
        };
    }

    /** Gets them; finding them may ask this machine's surroundings, so that is left to the first use. */
    AwsCredentialsProvider provider() {
        return switch (from) {
            case NOWHERE -> AnonymousCredentialsProvider.create();
            // Without its own threads: Amazon's library shares them among all users and never ends them.
            case DEFAULT_CHAIN ->
                DefaultCredentialsProvider.builder()
                        .asyncCredentialUpdateEnabled(false)
                        .build();
            case PROFILE -> ProfileCredentialsProvider.create(name);
            case KEY_FILE -> new KeyFile(name);
        };
    }
}
