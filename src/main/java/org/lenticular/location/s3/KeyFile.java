package org.lenticular.location.s3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials in a file of two lines, the identifier and the secret; empty lines and those that begin with {@code #} do not count. */
final class KeyFile implements AwsCredentialsProvider {
    private static final int LARGEST = 10_000;

    private final Path file;
    private volatile @Nullable AwsCredentials known;

    KeyFile(String file) {
        this.file = Path.of(file);
    }

    /**
     * Reads the file, once.
     *
     * @throws NoCredentials where the file is not as it should be; the message holds nothing of it
     */
    @Override
    public AwsCredentials resolveCredentials() {
        AwsCredentials before = known;
        if (before != null) {
            return before;
        }
        AwsCredentials now = read();
        known = now;
        return now;
    }

    private AwsCredentials read() {
        try {
            if (Files.size(file) > LARGEST) {
                throw new NoCredentials("is too large for a file of two lines");
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            if (lines.size() != 2) {
                throw new NoCredentials(
                        "must have two lines, the access key's identifier and its secret, and has " + lines.size());
            }
            return AwsBasicCredentials.create(lines.get(0), lines.get(1));
        } catch (IOException e) {
            throw new NoCredentials("cannot be read by this process");
        }
    }
}
