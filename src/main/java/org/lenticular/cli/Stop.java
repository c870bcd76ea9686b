package org.lenticular.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/**
 * The wish of whoever runs the process that it ends: SIGTERM or SIGINT. By a signal handler and not by a shutdown hook: behind a hook the JVM's
 * exit code is 143, and 0 is promised.
 */
final class Stop {
    private final CountDownLatch wished = new CountDownLatch(1);

    /** Begins to listen for it. */
    static Stop onSignal() {
        Stop stop = new Stop();
        stop.handle("TERM");
        stop.handle("INT");
        return stop;
    }

    void await() throws InterruptedException {
        wished.await();
    }

    /** Whether somebody wished it. */
    boolean isWished() {
        return wished.getCount() == 0;
    }

    /** Does work that ends soon when its thread is interrupted, and interrupts it when the stop is wished meanwhile. */
    void during(Work work) throws Failure {
        Thread worker = Thread.currentThread();
        Thread watch = new Thread(
                () -> {
                    try {
                        wished.await();
                        worker.interrupt();
                    } catch (InterruptedException e) {
                        // The work is done before a stop was wished.
                        Thread.currentThread().interrupt();
                    }
                },
                "lenticular-stop");
        watch.setDaemon(true);
        watch.start();
        try {
            work.run();
        } finally {
            watch.interrupt();
        }
    }

    /** Something that can fail so that people are told. */
    @FunctionalInterface
    interface Work {
        void run() throws Failure;
    }

    /** By reflection: the JDK has no other door to signals than this one, and a compiler warning about it that cannot be silenced. */
    private void handle(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object wish = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, args) -> {
                        wished.countDown();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), wish);
        } catch (ReflectiveOperationException e) {
            // A JVM without it, or one that keeps the signal for itself: it then ends at once, as any program does.
            System.getLogger(Stop.class.getName()).log(System.Logger.Level.DEBUG, "No handler for SIG" + name, e);
        }
    }
}
