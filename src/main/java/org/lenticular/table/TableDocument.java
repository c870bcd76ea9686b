package org.lenticular.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table with all that a document says around it. Reading its rows uses it up; whoever writes it closes it.
 *
 * @param title what it is, for people
 * @param infos those before the table; QUERY_STATUS is added by the writer
 * @param params parameters of the results as a whole, after the INFOs
 * @param header the columns, in the order of each row's cells
 * @param rows the stream
 * @param services descriptors, behind the table; its rows may come to need more
 */
public record TableDocument(
        String title, List<Info> infos, List<Param> params, Header header, Rows rows, List<ServiceDescriptor> services)
        implements AutoCloseable {
    public TableDocument {
        infos = List.copyOf(infos);
        params = List.copyOf(params);
        services = List.copyOf(services);
    }

    /** All descriptors: those that are known beforehand, then those that its rows came to need; known when the rows have ended. */
    public List<ServiceDescriptor> descriptors() {
        List<ServiceDescriptor> more = rows.descriptors();
        return more.isEmpty()
                ? services
                : Stream.concat(services.stream(), more.stream()).toList();
    }

    /** What its reader should know of it: the INFOs that are warnings. */
    public List<String> warnings() {
        return infos.stream()
                .filter(info -> info.name().equals(Info.WARNING))
                .map(Info::value)
                .toList();
    }

    /** The same document around other rows. */
    public TableDocument withRows(Rows others) {
        return new TableDocument(title, infos, params, header, others, services);
    }

    @Override
    public void close() {
        rows.close();
    }
}
