package org.lenticular.protocol;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Images;
import org.lenticular.fault.FaultException;
import org.lenticular.location.Choice;
import org.lenticular.location.CopyAddress;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.WantedSources;
import org.lenticular.table.Cells;

/** The copy of an image that an answer hands out, and what is told of it; moved from image to image. Not thread-safe. */
public final class ImageCopy {
    private final CopyChooser copies;
    private final WantedSources wanted;
    private final String base;
    private Product file = new Product("", "#this", null, null, null, null, null, java.util.Map.of());
    private @Nullable Choice choice;

    /** @param base the service's own address */
    public ImageCopy(CopyChooser copies, WantedSources wanted, String base) {
        this.copies = copies;
        this.wanted = wanted;
        this.base = base;
    }

    /** {@code source} of an image query: one copy of each image is handed out, so it cannot be every one. */
    public static WantedSources requireOne(WantedSources wanted) {
        if (wanted.every()) {
            throw FaultException.usage(
                    "source",
                    "all",
                    "asks for every copy, and an image here has one address; name a source, or ask for its links");
        }
        return wanted;
    }

    /** Now it is about the image that the stream stands at. */
    public void moveTo(Images images) {
        file = Product.at(images.path(), images.held());
        choice = null;
    }

    /** The image's file. */
    public Product file() {
        return file;
    }

    /** Its address; null where there is no copy. */
    public @Nullable String address() {
        return choice().text();
    }

    /** The copies in clouds, as JSON; null where there is none. */
    public @Nullable String cloudAccess() {
        return copies.cloudAccess(file);
    }

    /** Its size as ObsCore counts it, as the copy's place says; else another's; null where none does. */
    public @Nullable Long kilobytes() {
        return kilobytes(file, copies, choice().source());
    }

    /**
     * The size of a file in kilobytes of 1,000 bytes, a part of one for a whole, as places say (ObsCore 1.1 §4.9).
     *
     * @param copies of its collection
     * @param first the source to be believed; where it does not know, the others are, in their order
     */
    public static @Nullable Long kilobytes(Product file, CopyChooser copies, @Nullable String first) {
        Stream<String> sources =
                copies.places().stream().map(place -> place.source().name());
        return Stream.concat(Stream.ofNullable(first), sources)
                .map(file.held()::get)
                .map(held -> held == null || !held.there() ? null : held.length())
                .filter(Objects::nonNull)
                .findFirst()
                .map(bytes -> (bytes + 999) / 1000)
                .orElse(null);
    }

    /** The name of the source that the address belongs to; null where there is no copy. */
    public @Nullable String source() {
        return choice().source();
    }

    /** Every copy, by addresses that anybody may know. */
    public List<CopyAddress> all() {
        return copies.addresses(file, base);
    }

    /**
     * Sends the cells of {@link DataLink#SOURCE_COLUMNS}: which copy it is, and why; where there is none, why not: a table of images has no other
     * column for that.
     */
    public void tellSource(Cells cells) throws IOException {
        Choice told = choice();
        cells.text(told.source());
        cells.text(told.fault() == null ? told.note() : told.fault().text());
    }

    /** Chosen when it is first needed: an answer may have no column for it. */
    private Choice choice() {
        Choice known = choice;
        if (known == null) {
            known = copies.choose(file, wanted, base);
            choice = known;
        }
        return known;
    }
}
