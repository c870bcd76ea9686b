package org.lenticular.datalink;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.DatasetImage;
import org.lenticular.fault.Fault;
import org.lenticular.location.WantedSources;
import org.lenticular.protocol.Served;

/** What a client asked for, one identifier after the other. Read once. */
interface AskedDatasets extends AutoCloseable {
    /**
     * One identifier's dataset.
     *
     * @param id as the client sent it
     * @param dataset its own identifier in its collection
     * @param products empty where the identifier is not known
     * @param image the dataset's image, where it has one and the collection's services may want to know
     * @param collection where it is; any where it is not known
     * @param wanted the sources asked for, as the collection knows them
     * @param unknown why there are no products; null where nobody knows the identifier
     */
    record Asked(
            String id,
            String dataset,
            List<Product> products,
            Optional<DatasetImage> image,
            Served collection,
            WantedSources wanted,
            @Nullable Fault unknown) {
        /** One that leads nowhere. */
        static Asked unknown(String id, Served any, @Nullable Fault unknown) {
            return new Asked(id, id, List.of(), Optional.empty(), any, WantedSources.ANY, unknown);
        }
    }

    /** The next; null at the end. */
    @Nullable
    Asked next();

    @Override
    void close();
}
