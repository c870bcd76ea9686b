package org.lenticular.protocol;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lenticular.location.PercentEncoding;
import org.lenticular.table.Info;

/**
 * Where an answer comes from, so that people can cite it and ask: the INFOs of the IVOA's note "Data Origin in the VO".
 *
 * @param publisher who publishes the data; empty where that is not told
 * @param contact an address of mail or of the web; empty where that is not told
 * @param software this program and its version
 */
public record Origin(Optional<String> publisher, Optional<String> contact, String software, Clock clock) {
    /** An address that is longer helps nobody, and not every server takes it. */
    private static final int LONGEST = 4_000;

    /** Of a service that says nothing of itself. */
    public static final Origin UNTOLD = new Origin(Optional.empty(), Optional.empty(), "Lenticular", Clock.systemUTC());

    /**
     * The INFOs of one answer.
     *
     * @param protocol the IVOA's identifier of the protocol
     * @param address what was asked; empty where it is too long to be one
     * @param collections that the answer's rows may be of
     */
    public List<Info> infos(String protocol, Optional<String> address, Collection<Served> collections) {
        List<Info> infos = new ArrayList<>();
        publisher.ifPresent(value -> infos.add(new Info("publisher", value)));
        contact.ifPresent(value -> infos.add(new Info("contact", value)));
        infos.add(new Info("server_software", software));
        infos.add(new Info("service_protocol", protocol));
        address.ifPresent(value -> infos.add(new Info("request", value)));
        infos.add(new Info(
                "request_date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
        for (Served collection : collections) {
            collection
                    .citation()
                    .ifPresent(value ->
                            infos.add(new Info("citation", value, collections.size() > 1 ? collection.title() : null)));
        }
        return infos;
    }

    /**
     * A request as an address, whether it was sent as one or in a form; what is not known stays out, since it may be somebody's secret.
     *
     * @param known the parameters that the protocol reads
     * @return empty where it would be too long
     */
    public static Optional<String> address(String resource, Parameters parameters, Collection<String> known) {
        StringBuilder address = new StringBuilder(resource);
        char before = '?';
        for (String name : known) {
            for (String value : parameters.all(name)) {
                address.append(before).append(name).append('=').append(PercentEncoding.query(value));
                before = '&';
                if (address.length() > LONGEST) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(address.toString());
    }
}
