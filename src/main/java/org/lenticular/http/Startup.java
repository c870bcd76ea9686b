package org.lenticular.http;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills a context with servlets while it starts: for a container of our own, which needs no web.xml. */
@FunctionalInterface
public interface Startup extends ServletContainerInitializer {
    void register(ServletContext context);

    @Override
    default void onStartup(@Nullable Set<Class<?>> none, ServletContext context) {
        register(context);
    }
}
