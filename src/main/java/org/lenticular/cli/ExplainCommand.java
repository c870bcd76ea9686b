package org.lenticular.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lenticular.app.Inspection;
import org.lenticular.archive.Dataset;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.catalogue.Datasets;
import org.lenticular.config.Config;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Quoted;
import org.lenticular.location.Explanation;
import org.lenticular.location.WantedSources;
import org.lenticular.ops.Logging;
import org.lenticular.protocol.Served;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: which copies are handed out for an identifier, and why. Nothing is asked of any place. */
@Command(
        name = "explain",
        description = "Tell step by step which copy of each product is handed out for an identifier, and why.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    /** The service's address where the configuration does not say it: what is shown begins behind it. */
    private static final String SOMEWHERE = "";

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration.")
    private Path config = Path.of("");

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description =
                    "The sources asked for, as clients send them: several by commas or repetition (default: none).")
    private List<String> sources = List.of();

    @Option(
            names = "--collection",
            paramLabel = "COLLECTION",
            description = "Only this collection (default: all that know the identifier).")
    private @Nullable String collection;

    @Parameters(paramLabel = "ID", description = "The identifier of a dataset, or the path of a product.")
    private String id = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Failure {
        Config read = Configurations.read(config);
        Logging.besideResults();
        try (Inspection inspection = Inspection.open(read)) {
            String base = read.service().baseUrl().orElse(SOMEWHERE);
            List<Served> asked = new ArrayList<>(asked(inspection.collections()));
            boolean known = false;
            for (Served served : asked) {
                Optional<Dataset> found = find(inspection.catalogue(), served.name());
                if (found.isPresent()) {
                    explain(served, found.get(), wanted(served), base);
                    known = true;
                }
            }
            if (!known) {
                throw new Failure("lenticular: ID: " + Quoted.value(id)
                        + " is neither a dataset nor a product's path in "
                        + String.join(", ", asked.stream().map(Served::name).toList())
                        + "; identifiers are compared character by character");
            }
        } catch (FaultException e) {
            throw new Failure("lenticular: " + e.fault().message());
        }
        return 0;
    }

    private List<Served> asked(Map<String, Served> collections) {
        return collection == null
                ? List.copyOf(collections.values())
                : List.of(Served.named(collections, "--collection", collection));
    }

    private Optional<Dataset> find(Catalogue catalogue, String name) {
        try (Datasets datasets = catalogue.datasets(name, List.of(id))) {
            Dataset dataset = datasets.next();
            if (dataset != null && !dataset.products().isEmpty()) {
                return Optional.of(dataset);
            }
        }
        return catalogue.product(name, id).map(product -> new Dataset(id, List.of(product)));
    }

    private WantedSources wanted(Served served) {
        return collection == null
                ? served.copies().wantedOfAll(sources)
                : served.copies().wanted(sources);
    }

    private void explain(Served served, Dataset dataset, WantedSources wanted, String base) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Quoted.oneLine(id) + " in " + served.name() + " (" + Quoted.oneLine(served.title()) + ")");
        if (base.isEmpty()) {
            out.println("addresses that begin with /data are this service's own: service.base_url is not set");
        }
        ExplanationText text = new ExplanationText(out);
        int number = 0;
        for (Product product : dataset.products()) {
            out.println();
            out.println("product " + ++number + " of " + dataset.products().size());
            text.product(product);
            text.print(Explanation.of(served.name(), served.copies(), product, wanted, base));
        }
        out.println();
        out.flush();
    }
}
