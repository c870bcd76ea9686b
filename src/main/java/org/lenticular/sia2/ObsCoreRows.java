package org.lenticular.sia2;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.location.PercentEncoding;
import org.lenticular.location.WantedSources;
import org.lenticular.protocol.DataLink;
import org.lenticular.protocol.ImageCopy;
import org.lenticular.protocol.Served;
import org.lenticular.stac.Assets;
import org.lenticular.table.Cells;
import org.lenticular.table.Info;
import org.lenticular.table.Rows;
import org.lenticular.table.SpreadRow;

/** The images of an answer as rows of ObsCore, cut at its limit. What is kept is sent as it is, addresses are put between. */
final class ObsCoreRows implements Rows {
    private final Found found;
    private final ObsCoreHeader header;
    private final Sending sending;
    private final Continuation next;
    private int sent;
    private @Nullable Cursor cut;
    private @Nullable Part part;

    /**
     * What is the same for all rows.
     *
     * @param limit images at the most
     * @param base the service's own address
     * @param sources the values of {@code source}, as they were sent
     * @param wanted what they mean, by collection
     */
    record Sending(int limit, String base, List<String> sources, Map<Served, WantedSources> wanted) {}

    ObsCoreRows(Found found, ObsCoreHeader header, Sending sending, Continuation next) {
        this.found = found;
        this.header = header;
        this.sending = sending;
        this.next = next;
    }

    @Override
    public boolean next(Cells cells) throws IOException {
        if (!found.next()) {
            return false;
        }
        if (sent == sending.limit()) {
            // Only a further image shows that the limit cut something.
            cut = next.at(found.place(), found.images().number());
            return false;
        }
        sent++;
        Part now = part;
        if (now == null || now.place != found.place()) {
            now = new Part(found.place(), found.collection(), found.images().table());
            part = now;
        }
        now.send(cells);
        return true;
    }

    @Override
    public boolean overflowed() {
        return cut != null;
    }

    @Override
    public @Nullable String overflowMessage() {
        return cut == null
                ? null
                : "There are more than these " + sending.limit() + " images; go on with " + Cursor.PARAMETER
                        + ", ask for fewer, or for more with MAXREC";
    }

    @Override
    public List<Info> infos() {
        return cut == null ? List.of() : next.infos(cut);
    }

    @Override
    public void close() {
        found.close();
    }

    /** The rows of one collection, from one load. */
    private final class Part {
        private final int place;
        private final SpreadRow row;
        private final ImageCopy copy;
        private final RowPlan plan;
        /** An array, since it is gone through for every row. */
        private final RowPlan.Step[] steps;

        private final Served collection;

        Part(int place, Served collection, ImageTable table) {
            this.place = place;
            this.collection = collection;
            this.row = new SpreadRow(table.columns().size());
            this.plan = header.plan(collection, table);
            this.steps = plan.steps().toArray(RowPlan.Step[]::new);
            this.copy = new ImageCopy(
                    collection.copies(), sending.wanted().getOrDefault(collection, WantedSources.ANY), sending.base());
        }

        void send(Cells cells) throws IOException {
            copy.moveTo(found.images());
            row.spread(found.images().row());
            for (RowPlan.Step step : steps) {
                switch (step.use()) {
                    case CELL -> step.cell().send(row, cells);
                    case ADDRESS -> cells.text(copy.address());
                    case LINKS -> cells.text(links());
                    case TYPE_OF_LINKS -> cells.text(DataLink.MEDIA_TYPE);
                    case SIZE -> size(step.cell(), cells);
                    case EMPTY -> cells.text(null);
                }
            }
            cells.text(copy.cloudAccess());
            if (header.tellsSource()) {
                if (plan.isLinked()) {
                    cells.text(null);
                    cells.text(null);
                } else {
                    copy.tellSource(cells);
                }
            }
            if (header.tellsItem()) {
                sendItem(cells);
            }
        }

        /** What an item has besides; a size, a type and a region stand in the cells before. */
        private void sendItem(Cells cells) throws IOException {
            Assets assets = Assets.of(
                    new Assets.Given(
                            plan.isLinked() ? links() : copy.address(),
                            plan.isLinked() ? null : copy.source(),
                            plan.isLinked()
                                    ? DataLink.MEDIA_TYPE
                                    : plan.format().text(row).orElse(null),
                            plan.isLinked()),
                    copy.all());
            cells.text(copy.file().path());
            cells.text(links());
            cells.text(assets.assets().toString());
            cells.text(assets.schemes().toString());
        }

        private void size(CellPlan plan, Cells cells) throws IOException {
            Long told = plan.text(row).isPresent() ? null : copy.kilobytes();
            if (told == null) {
                plan.send(row, cells);
            } else {
                cells.text(told.toString());
            }
        }

        /** Where the image's links are, by the identifier that the answer shows; else by the dataset's own. */
        private @Nullable String links() {
            Optional<String> shown = plan.did().text(row);
            Optional<String> own = shown.isPresent() ? shown : plan.dataset().text(row);
            StringBuilder address = new StringBuilder(
                    shown.isPresent()
                            ? DataLink.address(sending.base())
                            : DataLink.address(sending.base(), collection));
            if (own.isEmpty()) {
                return null;
            }
            address.append("?ID=").append(PercentEncoding.query(own.get()));
            for (String source : sending.sources()) {
                address.append("&source=").append(PercentEncoding.query(source));
            }
            return address.toString();
        }
    }
}
