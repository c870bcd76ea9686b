package org.lenticular.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lenticular.app.Inspection;
import org.lenticular.audit.Audit;
import org.lenticular.audit.CsvReport;
import org.lenticular.audit.Extent;
import org.lenticular.audit.JsonReport;
import org.lenticular.audit.Report;
import org.lenticular.audit.Sample;
import org.lenticular.audit.Summary;
import org.lenticular.audit.TableReport;
import org.lenticular.config.Config;
import org.lenticular.fault.FaultException;
import org.lenticular.load.Progress;
import org.lenticular.ops.Logging;
import org.lenticular.protocol.Served;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit}: does every copy exist, with the right size? */
@Command(
        name = "audit",
        description = {
            "Ask every place for every copy, and tell which are missing or have another size.",
            "Stopped with Ctrl-C, the same command goes on from there. The exit code is 0 where all is fine, 1 where it is not."
        },
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration.")
    private Path config = Path.of("");

    @Parameters(paramLabel = "COLLECTION", description = "The collections to audit (default: all of them).")
    private List<String> collections = List.of();

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "How to tell it: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Form form = Form.table;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to tell it (default: standard output).")
    private @Nullable Path output;

    @Option(
            names = "--at-a-time",
            defaultValue = "16",
            paramLabel = "N",
            description = "Copies to ask for at a time, 1 to 256 (default: ${DEFAULT-VALUE}).")
    private int atATime = 16;

    @Option(names = "--again", description = "Begin anew, where an audit of this load was begun or is done already.")
    private boolean again;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Ask for a random sample only: N copies of each source, 1 to 1000000.")
    private @Nullable Integer sample;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Which sample: the same number gives the same one (default: that of the sample that was"
                    + " begun; for a new one, any).")
    private @Nullable Long seed;

    @Option(
            names = "--write",
            description =
                    "Then write what was learned into the catalogue: of missing copies no link is handed out any more.")
    private boolean write;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Seeds of our own are numbers that people can type. */
    private static final int SEEDS = 1_000_000;

    /** By the words that the command line knows. */
    enum Form {
        table,
        csv,
        json
    }

    @Override
    public Integer call() throws Failure {
        if (atATime < 1 || atATime > 256) {
            throw new ParameterException(spec.commandLine(), "--at-a-time: '" + atATime + "' is not from 1 to 256");
        }
        if (sample != null && (sample < 1 || sample > Sample.MOST)) {
            throw new ParameterException(
                    spec.commandLine(), "--sample: '" + sample + "' is not from 1 to " + Sample.MOST);
        }
        if (sample == null && seed != null) {
            throw new ParameterException(spec.commandLine(), "--seed: is of use only beside --sample");
        }
        Config read = Configurations.read(config);
        Stop stop = Stop.onSignal();
        boolean[] fine = {true};
        stop.during(() -> fine[0] = audit(read, stop));
        return fine[0] ? 0 : 1;
    }

    /** Whether all is fine. */
    private boolean audit(Config read, Stop stop) throws Failure {
        Logging.besideResults();
        try (Inspection inspection = Inspection.open(read)) {
            List<Served> asked = asked(inspection.collections());
            try (Output out = open();
                    Report report = report(out.writer())) {
                boolean fine = true;
                for (Served served : asked) {
                    fine &= !stop.isWished() && audit(read, inspection, served, report);
                }
                return fine;
            }
        } catch (FaultException e) {
            throw new Failure("lenticular: " + e.fault().message());
        } catch (IOException e) {
            throw new Failure("lenticular: " + (output == null ? "standard output" : "--output " + output)
                    + " cannot be written: " + e.getMessage());
        }
    }

    private boolean audit(Config read, Inspection inspection, Served served, Report report)
            throws Failure, IOException {
        Path folder = read.catalogueFolder().resolve(served.name());
        try (Audit audit = Audit.open(
                inspection.catalogue(), served.name(), served.copies().places(), folder, extent())) {
            run(audit);
            Summary summary = Report.tell(audit, report);
            if (write && audit.isComplete()) {
                write(audit, summary, inspection);
            }
            return summary.allFine();
        } catch (ClosedByInterruptException | InterruptedIOException e) {
            throw new Failure("lenticular: " + served.name() + ": stopped; nothing was written into the catalogue");
        } catch (IOException e) {
            throw new Failure("lenticular: " + served.name() + ": " + e.getMessage());
        }
    }

    private void write(Audit audit, Summary summary, Inspection inspection) throws IOException {
        if (summary.learned()) {
            audit.write(inspection.store());
            tell(audit.collection() + ": what was learned is in the catalogue");
        } else {
            tell(audit.collection() + ": no place said anything of its copies, and the catalogue stays as it is");
        }
    }

    private Extent extent() {
        return sample == null
                ? Extent.all(again)
                : new Extent(
                        again,
                        new Sample(sample, seed == null ? new SecureRandom().nextInt(SEEDS) : seed),
                        seed == null);
    }

    private void run(Audit audit) throws IOException {
        audit.sample()
                .ifPresent(drawn -> tell(String.format(
                        Locale.ROOT,
                        "%s: a sample: at most %,d copies of each source, drawn with --seed %d",
                        audit.collection(),
                        drawn.copies(),
                        drawn.seed())));
        if (audit.isComplete()) {
            tell(audit.collection() + ": audited already; "
                    + (audit.open() == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "of %,d products some places did not say, and are asked once more; ",
                                    audit.open()))
                    + (audit.sample().isEmpty()
                            ? "with --again every place is asked for everything"
                            : "with --again another sample is drawn"));
        } else if (audit.products() > 0) {
            tell(String.format(Locale.ROOT, "%s: goes on behind %,d products", audit.collection(), audit.products()));
        }
        try {
            audit.run(atATime, Progress.onStandardError("products"));
        } catch (InterruptedException e) {
            tell(audit.collection() + ": stopped; what was learned is kept, and the same command goes on from there");
        }
    }

    private void tell(String line) {
        spec.commandLine().getErr().println(line);
    }

    private List<Served> asked(Map<String, Served> served) {
        List<Served> asked = new ArrayList<>();
        for (String name : collections) {
            asked.add(Served.named(served, "COLLECTION", name));
        }
        return asked.isEmpty() ? List.copyOf(served.values()) : asked;
    }

    private Report report(Writer out) throws IOException {
        return switch (form) {
            case table -> new TableReport(new PrintWriter(out));
            case csv -> new CsvReport(out);
            case json -> new JsonReport(out);
        };
    }

    private Output open() throws IOException {
        return output == null
                ? new Output(spec.commandLine().getOut(), false)
                // No channel: that would close when the audit is stopped.
                : new Output(
                        new OutputStreamWriter(new FileOutputStream(output.toFile()), StandardCharsets.UTF_8), true);
    }

    /** @param owned whether it is closed at the end */
    private record Output(Writer writer, boolean owned) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (owned) {
                writer.close();
            }
        }
    }
}
