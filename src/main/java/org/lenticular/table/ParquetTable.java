package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.lenticular.fault.Fault;

/**
 * Parquet, with the VOTable's metadata in its footer (the IVOA's note "VOParquet", version 1.0), as STIL writes it and TOPCAT and astropy know it.
 *
 * <p>It needs jars that may be absent ({@link ParquetJars}). The rows go through a temporary file, so that a failure is a fault and never half a file,
 * and the footer can say how they ended.
 */
public final class ParquetTable implements Format {
    /** Whether this server has what it takes; where it has not, this form is not to be used. */
    public static boolean isAvailable() {
        return ParquetJars.ARE_THERE;
    }

    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        TableDocument named = withNamesThatDiffer(document);
        try (SpooledRows rows = SpooledRows.of(named)) {
            ParquetFile.write(new SpooledTable(named, rows), out);
        }
    }

    /** In a file of Parquet, two columns of one name would be one. */
    private static TableDocument withNamesThatDiffer(TableDocument document) {
        List<Column> columns = document.header().columns();
        List<String> names = Header.differentNames(columns);
        List<Column> named = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            named.add(columns.get(i).withName(names.get(i)));
        }
        return new TableDocument(
                document.title(),
                document.infos(),
                document.params(),
                new Header(named),
                document.rows(),
                document.services());
    }

    @Override
    public void write(Fault fault, OutputStream out) throws IOException {
        SeparatedText.fault(fault, out);
    }
}
