package org.lenticular.audit;

import java.io.Closeable;
import java.io.IOException;

/** Tells people or programs what audits have found; copies that are fine, or were not asked for, are counted only. */
public interface Report extends Closeable {
    /** A copy that is not fine; those of one collection follow one another, in the catalogue's order. */
    void finding(String collection, AskedProduct product, AskedCopy copy) throws IOException;

    /** The collection's findings are all told. */
    void end(Summary summary) throws IOException;

    /** Ends the whole, and flushes it; what it is written to stays open. */
    @Override
    void close() throws IOException;

    /** Tells what an audit has found so far. */
    static Summary tell(Audit audit, Report report) throws IOException {
        Summary summary = new Summary(audit);
        try (AuditFile.Reader products = audit.read()) {
            for (AskedProduct product = products.next(); product != null; product = products.next()) {
                summary.add(product);
                for (AskedCopy copy : product.copies()) {
                    if (copy.finding() != Finding.FINE && copy.finding() != Finding.NOT_ASKED) {
                        report.finding(audit.collection(), product, copy);
                    }
                }
            }
        }
        report.end(summary);
        return summary;
    }
}
