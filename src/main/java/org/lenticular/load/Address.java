package org.lenticular.load;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Location;

/**
 * What a table gives as the place of a file: a product's path, or a whole address that one is made of.
 *
 * @param path in the collection
 * @param atDefault where the default source has it, if that is not what its rule makes of the path
 */
record Address(String path, Optional<Held> atDefault) {

    /** @param base what addresses of the default source begin with; null where that is no web server */
    static Address of(String text, @Nullable String base) {
        if (!Location.isWhole(text)) {
            return new Address(text, Optional.empty());
        }
        if (base != null && !base.isEmpty() && text.startsWith(base)) {
            String rest = text.substring(base.length());
            String plain = rest.matches("[^?#]+") ? decoded(rest.replaceFirst("^/+", "")) : null;
            if (plain != null && !plain.isEmpty()) {
                return new Address(plain, Optional.empty());
            }
        }
        String behindHost = text.replaceFirst("^[a-z0-9]+://[^/]*/*", "");
        return new Address(behindHost.isEmpty() ? text : behindHost, Optional.of(Held.at(text)));
    }

    /** Paths are kept as files are called; null where the escapes are none. */
    private static @Nullable String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            boolean isWhole = i + 2 < text.length();
            int high = isWhole ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = isWhole ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            bytes.put((byte) (high << 4 | low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
