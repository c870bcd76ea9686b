package org.lenticular.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.AbstractStarTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowSequence;

/** A document with its rows spooled, as STIL's writers take it. */
final class SpooledTable extends AbstractStarTable {
    private final List<Column> columns;
    private final SpooledRows rows;

    SpooledTable(TableDocument document, SpooledRows rows) {
        this.columns = document.header().columns();
        this.rows = rows;
        setName(document.title());
        document.infos().forEach(info -> say(info.name(), info.value()));
        document.params().stream()
                .filter(param -> !param.value().isEmpty())
                .forEach(param -> say(param.column().name(), param.value()));
        RowLoop.End end = rows.end();
        say("QUERY_STATUS", end.status() == null ? "OK" : end.status());
        if (end.message() != null) {
            say("QUERY_MESSAGE", end.message());
        }
    }

    private void say(String name, String value) {
        setParameter(new DescribedValue(new DefaultValueInfo(name, String.class), value));
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public long getRowCount() {
        return rows.end().rows();
    }

    @Override
    public ColumnInfo getColumnInfo(int index) {
        Column column = columns.get(index);
        ColumnInfo info = new ColumnInfo(column.name(), new BinaryValues(column).type(), column.description());
        info.setUnitString(column.unit());
        info.setUCD(column.ucd());
        info.setUtype(column.utype());
        info.setXtype(column.xtype());
        if (info.getContentClass().isArray()) {
            info.setShape(BinaryValues.shape(column));
        }
        return info;
    }

    @Override
    public RowSequence getRowSequence() throws IOException {
        SpooledRows.Reader reader = rows.read();
        return new RowSequence() {
            private @Nullable Object @Nullable [] row;

            @Override
            public boolean next() throws IOException {
                row = reader.next();
                return row != null;
            }

            @Override
            public @Nullable Object getCell(int index) {
                return current()[index];
            }

            @Override
            public @Nullable Object[] getRow() {
                return current();
            }

            private @Nullable Object[] current() {
                if (row == null) {
                    throw new IllegalStateException("there is no row here");
                }
                return row;
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }
}
