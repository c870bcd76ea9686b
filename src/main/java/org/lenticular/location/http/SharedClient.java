package org.lenticular.location.http;

import java.lang.reflect.InvocationTargetException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP client of all places: made when the first of them asks, let go when the last of those is closed. In a container nothing of it may hold the
 * application then: its threads are not the application's, and end.
 */
final class SharedClient {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final long IDLE_SECONDS = 10;

    private static @Nullable SharedClient shared;
    private static int users;

    private final ExecutorService threads;
    private final HttpClient client;

    private SharedClient() {
        threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), SharedClient::thread);
        Thread maker = Thread.currentThread();
        ClassLoader own = maker.getContextClassLoader();
        // The client's own thread inherits it, and would keep it for as long as it lives.
        maker.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .executor(threads);
            ProxySelector proxies = ProxySelector.getDefault();
            client = (proxies == null ? builder : builder.proxy(proxies)).build();
        } finally {
            maker.setContextClassLoader(own);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "lenticular-probe", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        return thread;
    }

    /** To be given back once. */
    static synchronized SharedClient take() {
        SharedClient taken = shared == null ? new SharedClient() : shared;
        shared = taken;
        users++;
        return taken;
    }

    static synchronized void giveBack() {
        users--;
        SharedClient last = shared;
        if (users == 0 && last != null) {
            shared = null;
            last.stop();
        }
    }

    HttpClient client() {
        return client;
    }

    private void stop() {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            // Before Java 21 a client cannot be closed: its thread ends by itself once nothing refers to the client.
        }
        threads.shutdownNow();
    }
}
