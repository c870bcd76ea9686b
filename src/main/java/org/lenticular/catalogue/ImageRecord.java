package org.lenticular.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.sky.Region;

/**
 * One image on its way into the catalogue.
 *
 * @param row where it was read: the number of the row, from 1, for messages
 * @param did its {@code obs_publisher_did}; empty where the archive gives none
 * @param dataset the identifier that DataLink knows it by
 * @param footprint its place on the sky; empty where it has none: such an image matches no region
 * @param format its media type; null when unknown
 * @param path its path in the collection
 * @param held where its copies are otherwise than by rule
 * @param cells VOTable text, in the order of the table's columns; null for empty
 */
public record ImageRecord(
        long row,
        Optional<String> did,
        String dataset,
        Optional<Region> footprint,
        @Nullable String format,
        String path,
        Map<String, Held> held,
        List<@Nullable String> cells) {}
