package org.lenticular.audit;

import java.io.Closeable;
import java.io.IOException;

/** Tells people or programs what audits have found; copies that are fine, or were not asked for, are counted only. */
public interface Report extends Closeable {
    /** What is found of a product that nobody holds. */
    String NO_COPY = "no copy";

    /** Why, where no place was asked. */
    String NOBODY = "no source holds one, as the catalogue has it";

    /** A copy that is not fine; those of one collection follow one another, in the catalogue's order. */
    void finding(String collection, AskedProduct product, AskedCopy copy) throws IOException;

    /** A product that nobody holds a copy of: its links lead nowhere. It is among the findings, in the catalogue's order. */
    void nowhere(String collection, AskedProduct product) throws IOException;

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
                if (product.copies().isEmpty()) {
                    report.nowhere(audit.collection(), product);
                }
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
