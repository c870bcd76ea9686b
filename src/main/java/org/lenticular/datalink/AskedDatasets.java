package org.lenticular.datalink;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Product;
import org.lenticular.fault.Fault;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.WantedSources;

/** What a client asked for, one identifier after the other. Read once. */
interface AskedDatasets extends AutoCloseable {
    /**
     * One identifier's dataset.
     *
     * @param id as the client sent it
     * @param products empty where the identifier is not known
     * @param copies chooses among their copies
     * @param wanted the sources asked for, as the dataset's collection knows them
     * @param unknown why there are no products; null where nobody knows the identifier
     */
    record Asked(
            String id,
            List<Product> products,
            CopyChooser copies,
            WantedSources wanted,
            @Nullable Fault unknown) {}

    /** The next; null at the end. */
    @Nullable
    Asked next();

    @Override
    void close();
}
