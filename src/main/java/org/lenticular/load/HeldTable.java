package org.lenticular.load;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Held;
import org.lenticular.archive.Location;
import org.lenticular.archive.Template;
import org.lenticular.config.Config.Place;
import org.lenticular.config.Holds;

/**
 * Tables as a source's list of what it holds.
 *
 * @param path gives the name
 * @param at gives the copy's own path or location; empty: none has one
 */
record HeldTable(
        Place place,
        ImageTables tables,
        PlaceNames names,
        Template path,
        Optional<Template> at,
        Optional<Template> length,
        Optional<Template> etag)
        implements HeldSource {
    private static final List<String> PATH = List.of("path", "key", "name", "file");
    private static final List<String> AT = List.of("at", "key", "location");
    private static final List<String> LENGTH = List.of("length", "size", "content_length", "bytes");
    private static final List<String> ETAG = List.of("etag");

    /**
     * Null where they cannot be used; why is told.
     *
     * @param key of {@code holds}
     */
    static @Nullable HeldTable open(
            Holds.Table settings, Place place, PlaceNames names, String key, Problems problems) {
        ImageTables tables = ImageTables.open(settings.tables(), key + ".table", problems);
        if (tables == null) {
            return null;
        }
        OwnColumns columns = tables.columns();
        Optional<Template> path = chosen(settings.path(), PATH, Set.of(), columns);
        if (path.isEmpty()) {
            problems.add(
                    key + ".path",
                    "",
                    "is not there, and none of the table's columns is called " + String.join(", ", PATH),
                    "say which has the paths: path: \"{column}\"; its columns: " + String.join(", ", columns.names()));
            return null;
        }
        HeldTable table = new HeldTable(
                place,
                tables,
                names,
                path.get(),
                chosen(settings.at(), AT, path.get().columns(), columns),
                chosen(settings.length(), LENGTH, Set.of(), columns),
                chosen(settings.etag(), ETAG, Set.of(), columns));
        boolean isGood = problems.checkTemplate(key + ".path", table.path, columns);
        isGood &= check(key + ".at", table.at, columns, problems);
        isGood &= check(key + ".length", table.length, columns, problems);
        isGood &= check(key + ".etag", table.etag, columns, problems);
        return isGood ? table : null;
    }

    private static Optional<Template> chosen(
            Optional<Template> set, List<String> usual, Set<String> taken, OwnColumns columns) {
        return set.or(() -> usual.stream()
                .filter(name -> columns.index(name) >= 0 && taken.stream().noneMatch(name::equalsIgnoreCase))
                .findFirst()
                .map(Templates::column));
    }

    private static boolean check(String key, Optional<Template> template, OwnColumns columns, Problems problems) {
        return template.isEmpty() || problems.checkTemplate(key, template.get(), columns);
    }

    @Override
    public String name() {
        return String.valueOf(tables.files().get(0).path().getFileName());
    }

    @Override
    public long lines() {
        return tables.rows();
    }

    @Override
    public long read(Sink sink, double badRows, Progress progress) throws TableException, TooManyBadRows {
        Reading reading = new Reading(sink, badRows, progress);
        reading.read(tables.files());
        return reading.badRows();
    }

    private final class Reading extends RowLoad {
        private final Sink sink;

        private Reading(Sink sink, double badRows, Progress progress) {
            super(tables.columns(), badRows, progress, 0);
            this.sink = sink;
        }

        @Override
        void take() throws BadRow, IOException {
            String written = text(Optional.of(path));
            if (written == null) {
                throw BadRow.of("has no path: " + ImageLoad.emptyColumn(Optional.of(path.toString())));
            }
            String own = text(at);
            if (own != null && Location.isWhole(own)) {
                requireScheme(new Location(own));
            }
            String tag = text(etag);
            if (tag != null && !Held.isEtag(tag)) {
                throw BadRow.of(
                        etag.map(Template::toString).orElse(""),
                        tag,
                        "is no ETag: blanks and quotes within are not allowed");
            }
            Long bytes = TemplateProducts.length(length.map(Template::toString).orElse(""), text(length));
            Optional<String> name = HeldTable.this.names.of(written);
            if (name.isPresent() && !sink.held(name.get(), new Held(true, own, bytes, tag))) {
                throw BadRow.of(path.toString(), written, "is listed already");
            }
        }

        private void requireScheme(Location location) throws BadRow {
            if (!place.schemes().contains(location.scheme())) {
                throw BadRow.of(
                        at.map(Template::toString).orElse(""),
                        location.text(),
                        "is at no place of kind " + place.kind().orElse("") + ", which knows "
                                + String.join(
                                        " and ",
                                        place.schemes().stream().sorted().toList()));
            }
        }

        private @Nullable String text(Optional<Template> template) {
            String text = template.isEmpty() ? null : row.expand(template.get());
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
