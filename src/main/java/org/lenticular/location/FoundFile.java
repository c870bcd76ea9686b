package org.lenticular.location;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A regular file as it was when it was looked at. It holds nothing open.
 *
 * @param path without links
 * @param length bytes
 * @param modified as finely as the file system keeps it
 * @param etag a strong one, in its quotes: another file, length or time of modification gives another (RFC 9110 §8.8.3)
 */
public record FoundFile(Path path, long length, Instant modified, String etag) {
    private static final int ETAG_BYTES = 12;

    static FoundFile of(Path path, BasicFileAttributes attributes) {
        Instant modified = attributes.lastModifiedTime().toInstant();
        return new FoundFile(path, attributes.size(), modified, etag(attributes, modified));
    }

    /** Hashed, since the number of a file on its disk is nobody's business. */
    private static String etag(BasicFileAttributes attributes, Instant modified) {
        String state = attributes.fileKey() + " " + attributes.size() + " " + modified.getEpochSecond() + " "
                + modified.getNano();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(hash, 0, ETAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /**
     * Opens this very file: what is read is what the ETag was told of.
     *
     * @throws PlaceException where it has been changed or replaced since it was looked at
     */
    public FileChannel open() throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try {
            // Looked at behind the opening: what has the name now is what was opened, or has been put there since.
            FoundFile now = of(path, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            if (!now.etag.equals(etag)) {
                throw new PlaceException("the file " + path + " was changed while it was asked for");
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
