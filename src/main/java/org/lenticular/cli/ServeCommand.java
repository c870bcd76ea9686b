package org.lenticular.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.catalina.LifecycleException;
import org.jspecify.annotations.Nullable;
import org.lenticular.app.BundledExample;
import org.lenticular.app.Lenticular;
import org.lenticular.config.Config;
import org.lenticular.load.LoadException;
import org.lenticular.load.Progress;
import org.lenticular.ops.Logging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: runs the service alone, until it is told to stop. */
@Command(
        name = "serve",
        description = "Serve the collections; load first what is not loaded or has changed.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final long DRAIN_SECONDS = 20;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "The address to listen at (default: ${DEFAULT-VALUE}).")
    private String host = "";

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "The port to listen at; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration (default: the bundled examples).")
    private @Nullable Path config;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Stop stop = Stop.onSignal();
        Path file = config;
        Config read = file == null ? null : Configurations.read(file);
        requireFreePort();
        Logging logging = Logging.alone();
        try {
            if (read == null) {
                serveExample(stop);
            } else {
                serve(read, stop);
            }
        } finally {
            logging.close();
        }
        return 0;
    }

    private void serveExample(Stop stop) throws Exception {
        try (BundledExample example = unpack()) {
            out().println("No configuration given: serves the bundled examples, from " + example.configuration());
            serve(Configurations.read(example.configuration()), stop);
        }
    }

    private void serve(Config read, Stop stop) throws Exception {
        // A load may take hours: told to stop, it leaves what was served, and nothing else.
        stop.during(() -> load(read, stop));
        if (stop.isWished()) {
            return;
        }
        try (Lenticular service = Lenticular.open(read);
                EmbeddedTomcat tomcat = start(service)) {
            out().println("Lenticular listens on " + address(tomcat) + " — try " + example(tomcat, read));
            out().flush();
            stop.await();
            tomcat.drain(DRAIN_SECONDS);
        }
    }

    private static void load(Config read, Stop stop) throws Failure {
        try {
            Lenticular.loader(read, Progress.onStandardError()).loadMissing(read);
        } catch (LoadException e) {
            if (!stop.isWished()) {
                throw new Failure("lenticular: " + e.getMessage());
            }
        }
    }

    private EmbeddedTomcat start(Lenticular service) throws Failure, IOException {
        try {
            return EmbeddedTomcat.start(host, port, service.startup());
        } catch (LifecycleException e) {
            throw new Failure("lenticular: cannot listen on " + host + ":" + port + ": "
                    + rootCause(e).getMessage());
        }
    }

    /** Asked before anything else is done, since a load may take long; and Tomcat would log it with a stack trace. */
    private void requireFreePort() throws Failure {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw new Failure("lenticular: --host " + host + ": no such address");
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure("lenticular: cannot listen on " + host + ":" + port + ": " + e.getMessage()
                    + "; choose another with --port");
        }
    }

    private static BundledExample unpack() throws Failure {
        try {
            return BundledExample.unpack();
        } catch (IOException e) {
            throw new Failure("lenticular: cannot unpack the bundled examples into "
                    + System.getProperty("java.io.tmpdir") + ": " + e.getMessage());
        }
    }

    private static Throwable rootCause(Throwable throwable) {
        Throwable cause = throwable.getCause();
        return cause == null ? throwable : rootCause(cause);
    }

    private String address(EmbeddedTomcat tomcat) {
        boolean everywhere = Set.of("0.0.0.0", "::", "[::]").contains(host);
        String name = everywhere ? "127.0.0.1" : host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return "http://" + name + ":" + tomcat.port() + "/";
    }

    private String example(EmbeddedTomcat tomcat, Config read) {
        String first = read.collections().keySet().iterator().next();
        return first.equals("chanmaster")
                ? address(tomcat) + "vo/sia?table=chanmaster&POS=182.6357,39.4058&SIZE=1"
                : address(tomcat);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
