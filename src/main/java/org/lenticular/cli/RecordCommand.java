package org.lenticular.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lenticular.app.Inspection;
import org.lenticular.config.Config;
import org.lenticular.config.ConfigException;
import org.lenticular.config.Registration;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Quoted;
import org.lenticular.ops.Logging;
import org.lenticular.vosi.RegistryRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code record}: what a registry of the Virtual Observatory is told of the service. */
@Command(
        name = "record",
        description = "Print the records of the service and of each collection for a registry (VOResource).",
        mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration.")
    private Path config = Path.of("");

    @Option(
            names = "--url",
            paramLabel = "BASE",
            description = "The service's public address (default: service.base_url).")
    private @Nullable String url;

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = "Write a file for each record into this folder, instead of printing all as one document.")
    private @Nullable Path folder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Failure {
        Config read = Configurations.read(config);
        Optional<String> base = url == null
                ? read.service().baseUrl()
                : Optional.of(checked(url).replaceAll("/+$", ""));
        try {
            Registration.require(read, base.isPresent());
        } catch (ConfigException e) {
            throw new Failure(e.report());
        }
        Logging.besideResults();
        try (Inspection inspection = Inspection.open(read)) {
            tellUnloaded(inspection);
            RegistryRecord record = new RegistryRecord(
                    inspection.selfDescription(),
                    read.service().registration(),
                    base.orElseThrow(),
                    Clock.systemUTC().instant());
            if (folder == null) {
                spec.commandLine().getOut().print(record.all());
                spec.commandLine().getOut().flush();
            } else {
                write(record, read, folder);
            }
        }
        return 0;
    }

    private static String checked(String address) throws Failure {
        try {
            URI uri = URI.create(address);
            if (String.valueOf(uri.getScheme()).matches("(?i)https?")
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Told below, like every other that is none.
        }
        throw new Failure("lenticular: --url: " + Quoted.value(address)
                + " is no address of a service; write one such as https://archive.example.org/lenticular");
    }

    /** Their records are right, but say less. */
    private void tellUnloaded(Inspection inspection) {
        for (String name : inspection.collections().keySet()) {
            try {
                inspection.catalogue().table(name);
            } catch (FaultException e) {
                spec.commandLine()
                        .getErr()
                        .println("lenticular: " + name
                                + " is not loaded: its record has no columns, coverage and test query; load it first");
            }
        }
    }

    private void write(RegistryRecord record, Config read, Path into) throws Failure {
        try {
            Files.createDirectories(into);
            Files.writeString(into.resolve("service.record.xml"), record.ofService());
            for (String name : read.collections().keySet()) {
                Files.writeString(into.resolve("collection-" + name + ".record.xml"), record.ofCollection(name));
            }
        } catch (IOException e) {
            throw new Failure("lenticular: --into: the records cannot be written into " + into + ": " + e.getMessage());
        }
        spec.commandLine()
                .getOut()
                .println(into + ": " + (1 + read.collections().size()) + " records");
    }
}
