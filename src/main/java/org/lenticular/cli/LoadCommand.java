package org.lenticular.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lenticular.app.Lenticular;
import org.lenticular.config.Config;
import org.lenticular.load.LoadException;
import org.lenticular.load.Progress;
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
        try {
            Lenticular.loader(read, Progress.onStandardError()).load(read, collections);
        } catch (LoadException e) {
            throw new Failure("lenticular: " + e.getMessage());
        }
        return 0;
    }
}
