package org.lenticular.datalink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lenticular.catalogue.DatasetImage;
import org.lenticular.config.LinkedService;
import org.lenticular.table.Column;
import org.lenticular.table.Param;
import org.lenticular.table.ServiceDescriptor;

/**
 * The descriptors that the rows of one answer name (DataLink 1.1 §4). They stand behind the table, so they are kept until its end: one for a
 * service and all that its parameters can be, and no more than {@value #MOST} of them with a dataset's own limits; datasets beyond share one without.
 */
final class ServiceDescriptors {
    static final int MOST = 100;

    /** One descriptor for each. */
    private record Key(LinkedService service, List<Param> inputs) {}

    private final Map<Key, ServiceDescriptor> kept = new LinkedHashMap<>();
    private final Map<String, Integer> titles = new HashMap<>();
    /** The XML ID of the FIELD that holds what services call the datasets. */
    private final String ref;

    private int limited;

    ServiceDescriptors(String ref) {
        this.ref = ref;
    }

    /** The XML ID of the descriptor for this dataset's image. */
    String id(LinkedService service, Optional<DatasetImage> image) {
        Key common = new Key(service, service.inputs());
        Key own = image.map(each -> new Key(service, ServiceLimits.of(service.inputs(), each)))
                .orElse(common);
        ServiceDescriptor known = kept.get(own);
        if (known == null && !own.equals(common) && limited >= MOST) {
            own = common;
            known = kept.get(common);
        }
        if (known == null) {
            // The number makes it unique, whatever services are called.
            String id = service.name() + "-" + (kept.size() + 1);
            limited += own.equals(common) ? 0 : 1;
            kept.put(own, descriptor(id, service, own.inputs()));
            return id;
        }
        return String.valueOf(known.id());
    }

    private ServiceDescriptor descriptor(String id, LinkedService service, List<Param> inputs) {
        List<Param> params = new ArrayList<>();
        service.standardId().ifPresent(standard -> params.add(Param.text("standardID", standard)));
        params.add(Param.text("accessURL", service.accessUrl()));
        service.contentType().ifPresent(type -> params.add(Param.text("contentType", type)));
        service.example().ifPresent(example -> params.add(Param.text("exampleURL", example)));
        List<Param> all = new ArrayList<>();
        all.add(new Param(
                Column.text("ID")
                        .withUcd("meta.id;meta.main")
                        .withDescription("Identifier of the dataset")
                        .withRef(ref),
                ""));
        all.addAll(inputs);
        return new ServiceDescriptor(
                ServiceDescriptor.SERVICE,
                id,
                name(service.title()),
                service.description().orElse(service.title()),
                params,
                all);
    }

    /** No two of a document have one name (§4.1): what comes in several forms is counted. */
    private String name(String title) {
        int count = titles.merge(title, 1, Integer::sum);
        return count == 1 ? title : title + " " + count;
    }

    List<ServiceDescriptor> all() {
        return List.copyOf(kept.values());
    }
}
