package org.lenticular.table;

import uk.ac.starlink.votable.VOTableBuilder;

/** TABLEDATA as STIL reads it. */
class TabledataContractTest extends FormatContract {
    @Override
    Format format() {
        return new VotableTabledata();
    }

    @Override
    ReadTable read(byte[] document) throws Exception {
        return ReadTable.byStil(document, new VOTableBuilder()).withStatusOf(VotableDocument.read(document));
    }

    @Override
    String held(String text) {
        return legal(text);
    }

    @Override
    boolean saysHowRowsEnd() {
        return true;
    }

    @Override
    String heldValue(String value) {
        return ReadTable.keptByStil(value);
    }
}
