package org.lenticular.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.protocol.Answer;
import org.lenticular.table.PageStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers: status, headers, body. */
final class AnswerWriter {
    /** The request attribute that says how many bytes of a body were sent. */
    static final String SENT = "org.lenticular.http.sent";

    private static final String POLICY = "Content-Security-Policy";
    private static final Logger LOG = LoggerFactory.getLogger(AnswerWriter.class);

    /** Nothing but our own style sheet, told by its hash: a page shows text that clients and archives wrote. */
    private static final String PAGE_POLICY = "default-src 'none'; style-src " + PageStyle.source()
            + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Failures failures;
    private final Cors cors;
    private final boolean gzip;
    private final DoubtfulTags doubtful = new DoubtfulTags();

    /** @param gzip whether answers are compressed for clients that take them so */
    AnswerWriter(Failures failures, Cors cors, boolean gzip) {
        this.failures = failures;
        this.cors = cors;
        this.gzip = gzip;
    }

    /** Whether a client that has an answer of this tag may go on using it: none broke off that had it. */
    boolean vouchesFor(String tag) {
        return !doubtful.contains(tag);
    }

    Cors cors() {
        return cors;
    }

    /**
     * Sends the answer, and closes its body in any case.
     *
     * @return the fault to tell instead, where the body broke off before anything was sent
     */
    Optional<Fault> write(Answer answer, HttpServletRequest in, HttpServletResponse out) throws IOException {
        boolean shrinks = gzip && answer.body().length() < 0 && Gzip.suits(answer.contentType());
        boolean compresses = shrinks && Gzip.wanted(in.getHeaders("Accept-Encoding"));
        AnswerStream stream = new AnswerStream(out, in.getMethod().equals("HEAD"), compresses);
        try (Answer.Body body = answer.body()) {
            setHeaders(answer, in, out);
            if (shrinks) {
                out.addHeader("Vary", "Accept-Encoding");
            }
            if (Unread.isMarked(in)) {
                out.setHeader("Connection", "close");
            }
            if (body.length() >= 0) {
                writeKnown(body, stream, in, out);
            } else if (body != Answer.NONE) {
                body.write(stream);
                String tag = answer.headers().get("ETag");
                if (tag != null && body.brokeOff()) {
                    doubtful.add(tag);
                }
                stream.finish(!Unread.isMarked(in));
            }
        } catch (AnswerStream.HeadersSuffice e) {
            LOG.trace("Headers sent", e);
        } catch (IOException | RuntimeException e) {
            return broken(e, stream, in, out);
        } finally {
            stream.release();
            in.setAttribute(SENT, stream.sent());
        }
        return Optional.empty();
    }

    /**
     * A body whose length is known: a break shows in it, and so nothing needs to be held back. Tomcat shuts a request's body once the length is
     * reached that an answer has told: where it is to be emptied yet, none is told.
     */
    private static void writeKnown(
            Answer.Body body, AnswerStream stream, HttpServletRequest in, HttpServletResponse out) throws IOException {
        if (!Unread.isMarked(in)) {
            out.setContentLengthLong(body.length());
        }
        if (in.getMethod().equals("HEAD")) {
            return;
        }
        stream.pass();
        if (Sendfile.takes(body, in)) {
            stream.handedOver(body.length());
        } else {
            body.write(stream);
        }
    }

    private Optional<Fault> broken(Exception cause, AnswerStream stream, HttpServletRequest in, HttpServletResponse out)
            throws IOException {
        if (stream.clientGone()) {
            LOG.debug("The client went away", cause);
            return Optional.empty();
        }
        Fault fault = cause instanceof FaultException known ? known.fault() : failures.log(in.getRequestURI(), cause);
        if (stream.committed()) {
            throw new ConnectionDropped("an answer broke off: " + fault.text());
        }
        out.reset();
        return Optional.of(fault);
    }

    private void setHeaders(Answer answer, HttpServletRequest in, HttpServletResponse out) {
        out.setStatus(answer.status());
        // Not setContentType with a writer: that would add the container's charset to a type that is exact.
        if (!answer.contentType().isEmpty()) {
            out.setContentType(answer.contentType());
        }
        answer.headers().forEach(out::setHeader);
        out.addHeader("Vary", cors.dependsOnOrigin() ? "Accept, Origin" : "Accept");
        cors.describe(in, out);
        out.setHeader("X-Content-Type-Options", "nosniff");
        out.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        boolean page = answer.contentType().startsWith("text/html")
                || answer.contentType().startsWith("application/xhtml+xml");
        if (page && !answer.headers().containsKey(POLICY)) {
            out.setHeader(POLICY, PAGE_POLICY);
        }
        if (answer.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            out.setHeader("Allow", ProtocolServlet.METHODS);
        }
        if (answer.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            out.setHeader("Retry-After", "30");
        }
    }
}
