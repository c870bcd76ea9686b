package org.lenticular.sia2;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.catalogue.ImageTable;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.sky.Region;
import org.lenticular.sky.RegionProblem;
import org.lenticular.sky.RegionText;
import org.lenticular.table.Cells;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.SpreadRow;
import org.lenticular.table.StandardColumns;

/**
 * Where one of ObsCore's cells comes from in the rows of one load, and what is to be done to it: the load has converted units and types; how words are
 * written is the archive's until here.
 *
 * @param first the kept column; -1 for none: the cell is empty
 * @param second taken where the first is empty; -1 for none
 */
record CellPlan(int first, int second, Change change) {
    /** What becomes of a cell. */
    enum Change {
        NONE,
        /** 2.0 becomes 2. */
        WHOLE,
        /** {@code Image} becomes {@code image} (ObsCore 1.1 §3.3.1). */
        LOWER_CASE,
        /** {@code I Q} becomes {@code /I/Q/} (ObsCore 1.1 §B.6.6). */
        STATES,
        /** Whatever the archive writes becomes STC-S. */
        REGION
    }

    static CellPlan of(ImageTable table, String role) {
        int first = index(table, role);
        int second = switch (role) {
            case "s_ra" -> index(table, "SIA_ra");
            case "s_dec" -> index(table, "SIA_dec");
            // As the catalogue has it, so that FORMAT finds what is shown.
            case "access_format" -> index(table, "SIA_format");
            // What the load implied stands behind what the archive tells.
            default -> first < 0 ? -1 : index(table, role, first + 1);
        };
        return first < 0
                ? new CellPlan(second, -1, Change.NONE)
                : new CellPlan(first, second, change(role, table.columns().get(first)));
    }

    private static int index(ImageTable table, String role) {
        return index(table, role, 0);
    }

    private static int index(ImageTable table, String role, int from) {
        List<StoredColumn> columns = table.columns();
        for (int i = from; i < columns.size(); i++) {
            if (columns.get(i).is(role)) {
                return i;
            }
        }
        return -1;
    }

    private static Change change(String role, StoredColumn stored) {
        Datatype kept = stored.column().type();
        boolean whole = StandardColumns.of(role)
                .map(Column::type)
                .filter(type -> type == Datatype.INT || type == Datatype.LONG)
                .isPresent();
        if (whole) {
            return kept == Datatype.FLOAT || kept == Datatype.DOUBLE ? Change.WHOLE : Change.NONE;
        }
        return switch (role) {
            case "dataproduct_type" -> Change.LOWER_CASE;
            case "pol_states" -> Change.STATES;
            case "s_region" -> Change.REGION;
            default -> Change.NONE;
        };
    }

    /** Sends the row's cell. */
    void send(SpreadRow row, Cells cells) throws IOException {
        int column = column(row);
        if (column < 0) {
            cells.text(null);
        } else if (change == Change.NONE) {
            row.send(column, cells);
        } else {
            String kept = row.text(column);
            String text = changed(kept);
            if (kept.equals(text)) {
                row.send(column, cells);
            } else {
                cells.text(text);
            }
        }
    }

    /** The row's cell; empty for a null. */
    Optional<String> text(SpreadRow row) {
        int column = column(row);
        return column < 0 ? Optional.empty() : Optional.ofNullable(changed(row.text(column)));
    }

    /** The one that has the value; -1 where none has. */
    private int column(SpreadRow row) {
        int column = first >= 0 && row.isEmpty(first) ? second : first;
        return column >= 0 && !row.isEmpty(column) ? column : -1;
    }

    private @Nullable String changed(String kept) {
        return switch (change) {
            case NONE -> kept;
            case WHOLE -> whole(kept);
            case LOWER_CASE -> kept.strip().toLowerCase(Locale.ROOT);
            case STATES -> states(kept);
            case REGION -> region(kept);
        };
    }

    private static @Nullable String whole(String text) {
        try {
            return new BigDecimal(text.strip())
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .toPlainString();
        } catch (NumberFormatException e) {
            // NaN is how a null of a floating type looks.
            return null;
        }
    }

    private static @Nullable String states(String text) {
        if (text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
            return text;
        }
        StringBuilder states = new StringBuilder("/");
        for (String state : text.split("[/,;|\\s]+")) {
            states.append(state).append(state.isEmpty() ? "" : "/");
        }
        return states.length() == 1 ? null : states.toString();
    }

    private static @Nullable String region(String text) {
        boolean isStcs = Character.isLetter(text.charAt(0)) && text.indexOf('(') < 0 && text.indexOf(',') < 0;
        if (isStcs) {
            return text;
        }
        try {
            Optional<Region> region = RegionText.parse(text);
            return region.map(RegionText::format).orElse(null);
        } catch (RegionProblem e) {
            // The load would have refused it.
            return null;
        }
    }
}
