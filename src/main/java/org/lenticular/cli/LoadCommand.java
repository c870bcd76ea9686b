package org.lenticular.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lenticular.config.Config;
import org.lenticular.fault.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code load}: reads operators' tables into the catalogue. */
@Command(
        name = "load",
        description = "Read tables into the catalogue; a server that runs goes over to the new rows by itself.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration.")
    private Path config = Path.of("");

    @Parameters(paramLabel = "COLLECTION", description = "The collections to load (default: all of them).")
    private List<String> collections = List.of();

    @Override
    public Integer call() throws Failure {
        Config read = Configurations.read(config);
        for (String name : collections) {
            if (!read.collections().containsKey(name)) {
                String nearest = Nearest.of(name, read.collections().keySet())
                        .map(known -> " (" + known + "?)")
                        .orElse("");
                throw new Failure("lenticular: no collection " + name + "; known: "
                        + String.join(", ", read.collections().keySet()) + nearest);
            }
        }
        throw new Failure("TO BE COMPLETED");
    }
}
