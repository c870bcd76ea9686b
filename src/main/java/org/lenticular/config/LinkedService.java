package org.lenticular.config;

import java.util.List;
import java.util.Optional;
import org.lenticular.archive.LinkAuth;
import org.lenticular.archive.Template;
import org.lenticular.table.Param;

/**
 * A service of the operator's, somewhere else, that a client calls for one dataset, such as one that makes cut-outs (DataLink 1.1 §4).
 *
 * @param name an NCName, what its XML IDs begin with
 * @param title short, for a menu
 * @param description a sentence for people; empty for none
 * @param semantics {@code #cutout}, {@code #proc}, …
 * @param standardId the IVOID of the standard that it keeps to; empty for none
 * @param accessUrl a web address, to which parameters are added
 * @param contentType of what it gives back; empty where that is not known
 * @param linkAuth whether one must be logged in; empty where that is not known
 * @param id what the service calls the dataset, over the image's columns, {@code {dataset}} and {@code {path}}; empty: the image's {@code
 *     obs_publisher_did}, else the dataset's identifier
 * @param inputs what it takes besides {@code ID}; one that {@link SodaParams} knows gets the limits of each dataset
 * @param example a web address that works; empty for none
 */
public record LinkedService(
        String name,
        String title,
        Optional<String> description,
        String semantics,
        Optional<String> standardId,
        String accessUrl,
        Optional<String> contentType,
        Optional<LinkAuth> linkAuth,
        Optional<Template> id,
        List<Param> inputs,
        Optional<String> example) {
    /** Stands in {@link #id} for the identifier that DataLink knows the dataset by, unless a column is called so. */
    public static final String DATASET = "dataset";

    /** Stands in {@link #id} for the path of the dataset's first {@code #this}, unless a column is called so. */
    public static final String PATH = "path";

    public LinkedService {
        inputs = List.copyOf(inputs);
    }
}
