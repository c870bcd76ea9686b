package org.lenticular.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Quoted;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;

/** One protocol at its address: a request comes in, the protocol answers it, the answer goes out. */
abstract class ProtocolServlet extends HttpServlet {
    static final String METHODS = "GET, HEAD, POST, OPTIONS";

    private static final long serialVersionUID = 1L;

    private final Protocol protocol;
    private final Exchange exchange;

    ProtocolServlet(Protocol protocol, Exchange exchange) {
        this.protocol = protocol;
        this.exchange = exchange;
    }

    /** Whether the protocol has an address of this path, such as {@code /chanmaster}; empty for its own address. */
    abstract boolean hasPath(String path);

    /** What of the address is the protocol's to read: what follows its own. */
    String path(HttpServletRequest in) {
        String info = in.getPathInfo();
        return info == null || info.equals("/") ? "" : info;
    }

    @Override
    protected final void service(HttpServletRequest in, HttpServletResponse out) throws IOException {
        if (in.getMethod().equals("OPTIONS")) {
            options(in, out);
            return;
        }
        Reading reading = new Reading(in);
        Answer answer;
        try {
            answer = answer(reading);
        } catch (IOException e) {
            // The client broke its request off, or its body is no HTTP. The container has taken the answer into its own
            // hands.
            if (!out.isCommitted()) {
                out.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
            return;
        }

        if (!reading.bodyRead) {
            Unread.mark(in);
        }
        Optional<Fault> broken = exchange.writer().write(answer, in, out);
        if (broken.isPresent()) {
            exchange.writer().write(protocol.fault(reading.request(), broken.get()), in, out);
        }
        if (!reading.bodyRead) {
            Unread.drop(in, out, answer.status());
        }
    }

    private Answer answer(Reading reading) throws IOException {
        try {
            reading.read();
            Request request = reading.request();
            Answer answer = TaggedAnswer.of(protocol, request, reading.in, exchange.writer()::vouchesFor);
            return FileAnswer.of(answer, reading.in, fault -> protocol.fault(request, fault));
        } catch (FaultException e) {
            return protocol.fault(reading.request(), e.fault());
        } catch (RuntimeException e) {
            return protocol.fault(reading.request(), exchange.failures().log(reading.in.getRequestURI(), e));
        }
    }

    private void options(HttpServletRequest in, HttpServletResponse out) {
        out.setStatus(HttpServletResponse.SC_NO_CONTENT);
        out.setHeader("Allow", METHODS);
        exchange.writer().cors().preflight(in, out);
    }

    /** One request while it is read: what is known of it so far is enough to tell of a fault in its own form. */
    private final class Reading {
        private final HttpServletRequest in;
        private final Pairs pairs = exchange.reader().pairs();
        private final String path;
        private String base = "";
        private boolean bodyRead;

        Reading(HttpServletRequest in) {
            this.in = in;
            path = ProtocolServlet.this.path(in);
            bodyRead = !RequestReader.hasBody(in);
        }

        void read() throws IOException {
            switch (in.getMethod()) {
                case "GET", "HEAD", "POST" -> base = exchange.base().of(in);
                default ->
                    throw FaultException.usage(
                            405,
                            Quoted.value(in.getMethod()) + " is no method of this address; send one of " + METHODS);
            }
            if (!hasPath(path)) {
                throw FaultException.notFound("there is nothing at the address " + Quoted.value(in.getRequestURI()));
            }
            bodyRead = exchange.reader().read(in, pairs);
        }

        Request request() {
            Parameters parameters = pairs.parameters();
            return new Request(
                    parameters,
                    path,
                    base,
                    in.getHeader("Accept"),
                    in.getMethod().equals("HEAD"));
        }
    }
}
