package org.lenticular.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.lenticular.fault.Fault;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.votable.UnifiedFitsTableWriter;

/**
 * FITS: a binary table, and before it, in the primary HDU, the VOTable metadata that a FITS header has no words for, as STIL and TOPCAT know it.
 * A FITS table says first how many rows it has, and how long its longest texts are: the rows go through a temporary file.
 */
public final class FitsTable implements Format {
    @Override
    public void write(TableDocument document, OutputStream out) throws IOException {
        try (SpooledRows rows = SpooledRows.of(document)) {
            OutputStream buffered = new BufferedOutputStream(new Unclosed(out), 16 * 1024);
            writer().writeStarTable(new SpooledTable(document, rows), buffered);
            buffered.flush();
        }
    }

    private static FitsTableWriter writer() {
        UnifiedFitsTableWriter writer = new UnifiedFitsTableWriter();
        writer.setPrimaryType(UnifiedFitsTableWriter.VOTABLE_PRIMARY_TYPE);
        // Filled up with zeros, a short array would have values that nobody gave it.
        writer.setVarArray(FitsTableWriter.VarArrayMode.P);
        writer.setStoragePolicy(StoragePolicy.ADAPTIVE);
        // A text of no width at all is legal, and astropy reads what lies behind it.
        writer.setAllowZeroLengthString(false);
        // The same answer is the same bytes.
        writer.setWriteDate(false);
        return writer;
    }

    @Override
    public void write(Fault fault, OutputStream out) throws IOException {
        SeparatedText.fault(fault, out);
    }
}
