package org.lenticular.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lenticular.config.Config;

/** Puts servlets and filters into a container's context, while it starts: every address of the contract stands here. */
public final class Servlets {
    private Servlets() {}

    /** A working service. */
    public static void register(
            ServletContext context, Config.Service service, Config.Limits limits, Endpoints endpoints) {
        Exchange exchange = Exchange.of(service, limits);
        add(context, new HomeServlet(endpoints.home(), exchange), "");
        add(context, new SiaServlet(endpoints.sia(), exchange), "/vo/sia", "/vo/sia/*");
        // Nothing below it: clients look for /capabilities there, and go on to its sibling only where that is not
        // found.
        add(context, new Sia2Servlet(endpoints.sia2(), exchange), "/vo/sia2/query");
        add(context, new CoverageServlet(endpoints.coverage(), exchange), "/vo/moc", "/vo/moc/*");
        add(context, new DataLinkServlet(endpoints.dataLink(), exchange), "/vo/datalink", "/vo/datalink/*");
        // Each by its own address, which goes before those that end in a star.
        String[] documents = endpoints.vosi().addresses().stream()
                .flatMap(address ->
                        address.endsWith("/tables") ? Stream.of(address, address + "/*") : Stream.of(address))
                .toArray(String[]::new);
        add(context, new VosiServlet(endpoints.vosi().protocol(), exchange), documents);
        add(context, new DataServlet(endpoints.data(), exchange), "/data/*");
        add(context, new HealthServlet(endpoints.health(), exchange), "/health/*");
        add(context, RestServlet.nothing(Addresses.of(endpoints.vosi().addresses()), exchange), "/");
        addCommon(context, exchange);
    }

    /** A service that cannot work: every address says so, with 503, and nothing of the reason. */
    public static void registerUnavailable(ServletContext context, String message) {
        Exchange exchange = Exchange.of(new Config.Service("", Optional.empty(), List.of()), Config.Limits.DEFAULT);
        add(context, new HealthServlet(() -> List.of(message), exchange), "/health/*");
        add(context, RestServlet.unavailable(message, exchange), "", "/");
        addCommon(context, exchange);
    }

    private static void addCommon(ServletContext context, Exchange exchange) {
        add(context, new ErrorPages(exchange), ErrorPages.ADDRESS);
        context.addFilter("RequestLog", new RequestLog())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    private static void add(ServletContext context, Servlet servlet, String... addresses) {
        context.addServlet(servlet.getClass().getSimpleName(), servlet).addMapping(addresses);
    }
}
