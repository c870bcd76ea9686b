package org.lenticular.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.lenticular.app.Release;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. */
@Command(
        name = "lenticular",
        description = "A Virtual Observatory image server that knows where the bytes are.",
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            LoadCommand.class,
            AuditCommand.class,
            ExplainCommand.class,
            RecordCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("serve")) {
            HeadStart.begin();
        }
        System.exit(run(args));
    }

    /** Runs a command to its end; its exit code. */
    static int run(String... args) {
        CommandLine line = new CommandLine(new Main());
        // Always, as the log is: in a container's usual locale, POSIX, Java would write a question mark for all that is
        // not ASCII.
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((exception, command, parsed) -> tell(exception, command.getErr()));
        if (args.length == 0) {
            line.usage(line.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(args);
    }

    /** A failure that a person can mend is told in its own words; only one of ours has a stack trace. */
    private static int tell(Exception exception, PrintWriter err) {
        if (exception instanceof Failure) {
            err.println(exception.getMessage());
        } else {
            err.println("lenticular: a failure of the program itself");
            exception.printStackTrace(err);
        }
        err.flush();
        return 1;
    }

    /** The version of the archive. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Lenticular " + Release.version().orElse("(of no version)")};
        }
    }
}
