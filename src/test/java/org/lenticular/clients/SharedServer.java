package org.lenticular.clients;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives tests the one {@link RunningServer} of a test run, which serves the bundled examples as it does for anybody who
 * gives it no configuration. It is started when the first test asks for it and ended with the run. A test that fails
 * shows what the server printed meanwhile.
 */
final class SharedServer implements ParameterResolver, BeforeEachCallback, TestExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);
    private static final String LOG_LENGTH = "log length";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(NAMESPACE).put(LOG_LENGTH, server(context).logLength());
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Integer before = context.getStore(NAMESPACE).get(LOG_LENGTH, Integer.class);
        String said = server(context).logSince(before == null ? 0 : before);
        failure.addSuppressed(new Throwable("Meanwhile the server said:\n" + said, null, false, false) {
            private static final long serialVersionUID = 1;
        });
        throw failure;
    }

    private static RunningServer server(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(
                        RunningServer.class,
                        key -> RunningServer.serve(Path.of("target", "server")),
                        RunningServer.class);
    }
}
