package org.lenticular.http;

import java.util.List;
import org.lenticular.ops.Health;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Request;

/** For whoever watches the service: {@code /health/live} and {@code /health/ready}, 200 or 503. */
final class HealthServlet extends ProtocolServlet {
    private static final long serialVersionUID = 1L;

    HealthServlet(Health health, Exchange exchange) {
        super(new PlainProtocol(request -> answer(request, health)), exchange);
    }

    @Override
    boolean hasPath(String path) {
        return path.equals("/live") || path.equals("/ready");
    }

    private static Answer answer(Request request, Health health) {
        if (request.path().equals("/live")) {
            return PlainProtocol.text(200, "live");
        }
        List<String> hindrances = health.hindrances();
        if (hindrances.isEmpty()) {
            List<String> remarks = health.remarks();
            return PlainProtocol.text(200, remarks.isEmpty() ? "ready" : "ready, but " + String.join("; ", remarks));
        }
        return PlainProtocol.text(503, "not ready: " + String.join("; ", hindrances));
    }
}
