package org.lenticular.catalogue.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.sky.Box;
import org.lenticular.sky.Cap;

/** What was written is found again: the right images, in order, each with its own bytes. */
class PackedImagesTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 255, 256, 257, 5000})
    void aSearchFindsJustTheImagesWhoseBoxesTouchInOrder(int images) throws IOException {
        Random random = new Random(images);
        List<Optional<Box>> boxes = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            boxes.add(i % 7 == 3 ? Optional.empty() : Optional.of(randomBox(random)));
        }
        PackedImages packed = write(boxes);
        assertThat(packed.count()).isEqualTo(images);
        for (int i = 0; i < 50; i++) {
            Box asked = randomBox(random);
            List<Long> expected = new ArrayList<>();
            for (int image = 0; image < images; image++) {
                if (boxes.get(image).filter(asked::intersects).isPresent()) {
                    expected.add((long) image);
                }
            }
            // Boxes are kept as floats that are never smaller: a hair's breadth more may be found, and nothing less.
            assertThat(found(packed, asked)).containsAll(expected).isSorted();
            assertThat(found(packed, asked)).hasSizeLessThanOrEqualTo(expected.size() + 1);
        }
    }

    @Test
    void eachImageHasItsOwnBytesAndFormatHoweverLong() throws IOException {
        Path file = folder.resolve("long.images");
        int[] lengths = {0, 1, 4096, 70_000, 3, 200_000};
        try (PackedWriter writer = PackedWriter.create(file, lengths.length)) {
            for (int i = 0; i < lengths.length; i++) {
                writer.add(Optional.empty(), i, bytes(i, lengths[i]));
            }
            writer.finish();
        }
        PackedImages images = PackedImages.open(file);
        byte[] buffer = new byte[10];
        for (int i = 0; i < lengths.length; i++) {
            buffer = images.read(i, buffer);
            assertThat(Arrays.copyOf(buffer, lengths[i])).isEqualTo(bytes(i, lengths[i]));
            assertThat(images.format(i)).isEqualTo(i);
        }
    }

    @Test
    void aBoxThatTouchesIsFoundAlthoughItsSidesAreNoFloats() throws IOException {
        double side = 0.1; // as a float, it is a little more
        Box left = new Box(-1, side, -1, 1, -1, 1);
        Box right = new Box(side, 1, -1, 1, -1, 1);
        assertThat(found(write(List.of(Optional.of(left))), right)).containsExactly(0L);
        assertThat(found(write(List.of(Optional.of(right))), left)).containsExactly(0L);
    }

    @Test
    void aSearchStopsWhenItIsTold() throws IOException {
        List<Optional<Box>> boxes = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            boxes.add(Optional.of(randomBox(random)));
        }
        BoxSearch search = write(boxes).search(new Box(-1, 1, -1, 1, -1, 1), () -> true);
        assertThatThrownBy(() -> {
                    while (search.next() >= 0) {}
                })
                .isInstanceOf(SearchStopped.class);
    }

    @Test
    void fewerImagesThanWereAnnouncedAreNoFile() throws IOException {
        try (PackedWriter writer = PackedWriter.create(folder.resolve("few.images"), 2)) {
            writer.add(Optional.empty(), 0, new byte[1]);
            assertThatThrownBy(writer::finish).isInstanceOf(IOException.class).hasMessageContaining("of 2 images, 1");
        }
    }

    private static byte[] bytes(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static Box randomBox(Random random) {
        return Box.of(Cap.of(
                random.nextDouble() * 360,
                Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1)),
                random.nextDouble() * 8));
    }

    private PackedImages write(List<Optional<Box>> boxes) throws IOException {
        Path file = folder.resolve("some.images");
        try (PackedWriter writer = PackedWriter.create(file, boxes.size())) {
            for (Optional<Box> box : boxes) {
                writer.add(box, 0, "row".getBytes(StandardCharsets.US_ASCII));
            }
            writer.finish();
        }
        return PackedImages.open(file);
    }

    private static List<Long> found(PackedImages images, Box box) {
        List<Long> found = new ArrayList<>();
        BoxSearch search = images.search(box, () -> false);
        for (long image = search.next(); image >= 0; image = search.next()) {
            found.add(image);
        }
        return found;
    }
}
