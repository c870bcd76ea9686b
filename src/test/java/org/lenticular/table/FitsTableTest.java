package org.lenticular.table;

import uk.ac.starlink.fits.FitsTableBuilder;

/** FITS as STIL reads it. */
class FitsTableTest extends FormatContract {
    @Override
    Format format() {
        return new FitsTable();
    }

    @Override
    ReadTable read(byte[] document) throws Exception {
        return ReadTable.byStil(document, new FitsTableBuilder());
    }

    @Override
    String held(String text) {
        // A FITS table has ASCII, and filling behind it.
        return legal(text)
                .codePoints()
                .collect(
                        StringBuilder::new,
                        (held, c) -> held.append(c < ' ' || c > '~' ? '?' : (char) c),
                        StringBuilder::append)
                .toString()
                .replaceAll(" +$", "");
    }

    /** A number that is none is the one null that FITS has for it; an array without a value cannot be told from none. */
    @Override
    String none(Column column) {
        boolean real = column.type() == Datatype.DOUBLE || column.type() == Datatype.FLOAT;
        return column.arraysize() == null ? real ? "NaN" : "" : "2".equals(column.arraysize()) ? "NaN NaN" : "";
    }

    @Override
    boolean saysHowRowsEnd() {
        return false;
    }
}
