package org.lenticular.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;

/** Says what it was asked, and fails as it is told to by the parameter DO. */
final class FakeProtocol implements Protocol {
    static final String TYPE = "text/xml;content=x-votable";

    /** Bodies that were closed. */
    final AtomicInteger closed = new AtomicInteger();

    final CountDownLatch running = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);

    /** Whether answers say that they are not whole. */
    volatile boolean breaksOff;

    @Override
    public Answer answer(Request request) {
        return switch (request.parameters().single("DO").orElse("")) {
            case "fault" -> throw FaultException.usage("POS", "x", "is no position");
            case "bug" -> throw new IllegalStateException("secret inside");
            case "break" ->
                body(out -> {
                    out.write(new byte[1000]);
                    throw new IOException("secret inside");
                });
            case "break known" ->
                body(out -> {
                    out.write(new byte[1000]);
                    throw FaultException.unavailable("the disk is gone");
                });
            case "break late" ->
                body(out -> {
                    out.write(new byte[200_000]);
                    throw new IllegalStateException("secret inside");
                });
            case "large" ->
                body(out -> {
                    for (int i = 0; i < 1000; i++) {
                        out.write("0123456789".repeat(100).getBytes(StandardCharsets.UTF_8));
                    }
                });
            case "wait" ->
                body(out -> {
                    running.countDown();
                    await();
                    out.write("done".getBytes(StandardCharsets.UTF_8));
                });
            default -> body(out -> out.write(said(request).getBytes(StandardCharsets.UTF_8)));
        };
    }

    /** DO=named: an answer that has a name, and breaks off, saying so, while {@link #breaksOff}. */
    @Override
    public Optional<String> tag(Request request) {
        return request.parameters().all("DO").equals(List.of("named")) ? Optional.of("W/\"name\"") : Optional.empty();
    }

    @Override
    public Answer fault(Request request, Fault fault) {
        return new Answer(
                fault.status(), TYPE, out -> out.write(("<FAULT>" + fault.text()).getBytes(StandardCharsets.UTF_8)));
    }

    private void await() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String said(Request request) {
        StringBuilder said = new StringBuilder("path=" + request.path() + " base=" + request.base());
        for (String name : request.parameters().names()) {
            said.append(' ')
                    .append(name)
                    .append('=')
                    .append(request.parameters().all(name));
        }
        return said.toString();
    }

    private Answer body(Writing writing) {
        return new Answer(200, TYPE, new Answer.Body() {
            @Override
            public void write(java.io.OutputStream out) throws IOException {
                writing.write(out);
            }

            @Override
            public boolean brokeOff() {
                return breaksOff;
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        });
    }

    private interface Writing {
        void write(java.io.OutputStream out) throws IOException;
    }
}
