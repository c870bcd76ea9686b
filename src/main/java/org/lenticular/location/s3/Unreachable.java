package org.lenticular.location.s3;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Why a server gave no answer at all, in one line for people, with what to do. */
record Unreachable(BucketSettings settings, Throwable failure) {
    String reason() {
        Optional<String> ours = cause(NoCredentials.class)
                .map(Throwable::getMessage)
                .or(() -> cause(Connections.Closed.class).map(Throwable::getMessage));
        if (ours.isPresent()) {
            return ours.get();
        }
        if (cause(UnknownHostException.class).isPresent()) {
            return "there is no host for " + host() + ": is the name right, and can this machine look names up?";
        }
        Optional<SSLException> tls = cause(SSLException.class);
        if (tls.isPresent()) {
            return tls(String.valueOf(tls.get().getMessage()).toLowerCase(Locale.ROOT));
        }
        if (cause(ConnectException.class).isPresent()
                || cause(NoRouteToHostException.class).isPresent()) {
            return host() + " takes no connection: is it up, and are host and port right?";
        }
        Optional<SocketTimeoutException> late = cause(SocketTimeoutException.class);
        if (late.isPresent() && String.valueOf(late.get().getMessage()).contains("onnect")) {
            return host() + " takes no connection, though it does not refuse one: is there a firewall between?";
        }
        if (late.isPresent()
                || cause(ApiCallTimeoutException.class).isPresent()
                || cause(ApiCallAttemptTimeoutException.class).isPresent()) {
            return host() + " did not answer within " + TimeSpan.of(settings.timeout())
                    + ": is it up? Where it is only slow, raise timeout";
        }
        if (cause(InterruptedException.class).isPresent()
                || cause(AbortedException.class).isPresent()) {
            return "stopped before " + host() + " had answered";
        }
        return cause(IOException.class).isPresent()
                ? host() + " broke off its answer: ask again, and see to the network between"
                : host() + " does not answer as an S3 server would (" + simpleName() + "): is endpoint right?";
    }

    private String tls(String message) {
        if (message.contains("unrecognized ssl message") || message.contains("plaintext connection")) {
            return host() + " speaks no TLS: is it http instead of https, or another port?";
        }
        return "the certificate of " + host()
                + " is not trusted, or TLS cannot be agreed on: one of your own authority must be in Java's trust store"
                + " (javax.net.ssl.trustStore)";
    }

    private String simpleName() {
        Throwable last = failure;
        for (int i = 0; last.getCause() != null && i < 20; i++) {
            last = last.getCause();
        }
        return last.getClass().getSimpleName();
    }

    private <T extends Throwable> Optional<T> cause(Class<T> type) {
        @Nullable Throwable each = failure;
        for (int i = 0; each != null && i < 20; i++) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
            each = each.getCause();
        }
        return Optional.empty();
    }

    private String host() {
        return settings.server().host();
    }
}
