package org.lenticular.location.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.lenticular.fault.Quoted;

/** Why a web server did not answer, in words for operators. */
final class Trouble {
    private Trouble() {}

    /** One line that names the server, and nothing of the address behind it. */
    static String reason(IOException e, URI uri, Duration timeout) {
        String server = uri.getAuthority();
        String message = Quoted.oneLine(String.valueOf(e.getMessage()));
        if (e instanceof HttpConnectTimeoutException) {
            return server + " takes no connection in time; is its address right, and the way there open?";
        }
        if (e instanceof HttpTimeoutException) {
            return server + " does not answer within " + timeout.toSeconds() + " s";
        }
        if (e instanceof SSLException) {
            return server + " and this machine do not agree on TLS: " + message;
        }
        if (e instanceof ConnectException) {
            return isUnresolved(e)
                    ? "there is no host called " + uri.getHost()
                    : server + " refuses connections; does its web server run?";
        }
        return server + ": " + (e.getMessage() == null ? "the connection broke off" : message);
    }

    private static boolean isUnresolved(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }
}
