package org.lenticular.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.lenticular.config.Config;
import org.lenticular.fault.FaultException;
import org.lenticular.http.Endpoints;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;

/** The service, put together from a configuration; closing it takes it apart again. */
public final class Lenticular implements AutoCloseable {
    private final Config config;
    private final Endpoints endpoints;
    private final Deque<Runnable> parts;

    private Lenticular(Config config, Endpoints endpoints, Deque<Runnable> parts) {
        this.config = config;
        this.endpoints = endpoints;
        this.parts = parts;
    }

    /** The configuration in this file. */
    public static Config read(Path file) throws IOException {
        throw new IOException("TO BE COMPLETED: ConfigReader.read(file)");
    }

    /** Opens what the configuration names, loaded or not. */
    public static Lenticular open(Config config) {
        Deque<Runnable> parts = new ArrayDeque<>();
        return new Lenticular(config, assemble(config, parts), parts);
    }

    /**
     * The classes behind the contracts, in one place.
     *
     * @param closing takes what closes each part, the last one first
     */
    private static Endpoints assemble(Config config, Deque<Runnable> closing) {
        Protocol none = new Protocol() {
            @Override
            public Answer answer(Request request) {
                throw FaultException.unavailable("TO BE COMPLETED");
            }

            @Override
            public Answer fault(Request request, org.lenticular.fault.Fault fault) {
                return new Answer(fault.status(), "text/plain", out -> {});
            }
        };
        return new Endpoints(none, none, () -> HomePage.html(config), List::of);
    }

    /** Loads what is not loaded or has changed. */
    public static Loader loader() {
        return config -> {};
    }

    public Config config() {
        return config;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        for (Runnable part = parts.pollLast(); part != null; part = parts.pollLast()) {
            part.run();
        }
    }
}
