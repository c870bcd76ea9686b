package org.lenticular.http;

import java.util.regex.Pattern;

/** An address that a client sent, made fit for the log: it writes no line of its own there, and leaves no signature that somebody could use. */
final class LoggedAddress {
    /**
     * What opens a bucket to whoever reads it: Amazon's signatures of both versions, Google's, CloudFront's, Azure's. A client that pastes a signed
     * address as a value may encode it, once or more; as long as the {@code =} is encoded, so is what ends the value.
     */
    private static final Pattern SECRET = Pattern.compile("""
            (?xi)
            ( (?: ^ | [?&;\\#] | %(?:25){0,3}(?:3F|26|3B|23) )
              (?: X(?:-|%(?:25){0,3}2D)(?:Amz|Goog)(?:-|%(?:25){0,3}2D)
                  (?: Signature | Credential | Security(?:-|%(?:25){0,3}2D)Token )
                | Signature | AWSAccessKeyId | GoogleAccessId | Key-Pair-Id | sig | access_token )
              (?: = | %(?:25){0,3}3D ) )
            (?: (?<= =) [^&;]* | (?: (?! %(?:25){0,3}(?:26|3B) ) [^&;] )* )
            """);

    private LoggedAddress() {}

    static String of(String address) {
        return escape(SECRET.matcher(address).replaceAll("$1..."));
    }

    /** Printable ASCII only. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7F) {
                out.append(c);
            } else {
                out.append(String.format("\\u%04X", (int) c));
            }
        }
        return out.toString();
    }
}
