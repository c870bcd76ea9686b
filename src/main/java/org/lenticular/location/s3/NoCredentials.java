package org.lenticular.location.s3;

/** There are no credentials to sign with; the message is for people, and holds no secret. */
final class NoCredentials extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoCredentials(String message) {
        super(message);
    }
}
