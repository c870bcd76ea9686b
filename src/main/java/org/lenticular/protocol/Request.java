package org.lenticular.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A request, as a protocol sees it.
 *
 * @param parameters what was sent
 * @param path what follows the protocol's own address, such as {@code /chanmaster}; empty for nothing
 * @param base the service's own address as this client may know it, without a slash at the end: every address in the answer begins with it
 * @param accept the header Accept; null where there was none
 * @param head whether only the headers of the answer are wanted (HEAD); an answer may be the same, its body is then not sent
 */
public record Request(
        Parameters parameters,
        String path,
        String base,
        @Nullable String accept,
        boolean head) {
    /** One whose answer is wanted whole. */
    public Request(Parameters parameters, String path, String base, @Nullable String accept) {
        this(parameters, path, base, accept, false);
    }
}
