package org.lenticular.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lenticular.app.Inspection;
import org.lenticular.app.Lenticular;
import org.lenticular.config.Config;
import org.lenticular.config.ConfigException;
import org.lenticular.config.Problem;
import org.lenticular.load.Loader;
import org.lenticular.ops.Logging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: every mistake in a configuration, and, where that is asked for, what its places say. */
@Command(
        name = "check",
        description = "Tell every mistake in a configuration at once; with --probe, ask every place for an object too.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration.")
    private Path config = Path.of("");

    @Option(names = "--probe", description = "Ask every place for one object: are name, region and credentials right?")
    private boolean probe;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Failure, InterruptedException {
        Config found = read();
        List<Problem> problems = Loader.inspect(found);
        if (!problems.isEmpty()) {
            throw new Failure(new ConfigException(found.file(), problems).report());
        }
        spec.commandLine().getOut().println(found.file() + ": no mistakes");
        String name = found.file().getFileName() + ": warning";
        Loader.advice(found).forEach(each -> spec.commandLine().getOut().println(each.in(name)));
        Logging.besideResults();
        try (Inspection inspection = Inspection.open(found)) {
            if (probe) {
                probe(inspection);
            } else {
                requireFolders(inspection);
            }
        }
        return 0;
    }

    /** A server starts without them, and does without until they are there: nobody else would say that a name is wrong. */
    private static void requireFolders(Inspection inspection) throws Failure {
        List<String> absent = inspection.absent();
        if (!absent.isEmpty()) {
            throw new Failure(String.join("\n", absent)
                    + "\nlenticular: the server starts all the same; links lead to other copies until it is there");
        }
    }

    private void probe(Inspection inspection) throws Failure, InterruptedException {
        int wrong = new PlacesText(inspection, spec.commandLine().getOut()).print();
        if (wrong > 0) {
            throw new Failure("lenticular: " + wrong + (wrong == 1 ? " place is" : " places are")
                    + " not as the configuration says");
        }
    }

    /** The configuration; where it has mistakes they are told together with those that show in its tables. */
    private Config read() throws Failure {
        try {
            return Lenticular.read(config);
        } catch (ConfigException e) {
            ConfigException all = e.readable()
                    .map(readable -> e.and(readable.file(), Loader.inspect(readable)))
                    .orElse(e);
            throw new Failure(all.report());
        }
    }
}
