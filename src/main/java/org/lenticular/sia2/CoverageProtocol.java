package org.lenticular.sia2;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.coverage.CoveredSky;
import org.lenticular.coverage.Moc;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Nearest;
import org.lenticular.fault.Quoted;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.RowLimit;
import org.lenticular.protocol.Served;
import org.lenticular.query.ImageQuery;
import org.lenticular.table.JsonTable;

/**
 * What of the sky images cover, as a Multi-Order Coverage map (MOC 2.0): those of a collection, whose name is the path, or of all; and of them those that
 * meet a query of SIA 2.0, which is read as that protocol reads it.
 */
public final class CoverageProtocol implements Protocol {
    private static final String ORDER = "ORDER";
    private static final RowLimit ANY = new RowLimit(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final Catalogue catalogue;
    private final Map<String, Served> collections;
    private final Sia2Protocol.Limits limits;

    /**
     * @param collections by name
     * @param limits of SIA 2.0, of which those of the request count
     */
    public CoverageProtocol(Catalogue catalogue, Map<String, Served> collections, Sia2Protocol.Limits limits) {
        this.catalogue = catalogue;
        this.collections = collections;
        this.limits = limits;
    }

    /**
     * The media type of the answer to a request.
     *
     * @throws FaultException where it asks for a form that there is not
     */
    public static String form(Request request) {
        return MocForm.of(request).contentType();
    }

    @Override
    public Answer answer(Request request) {
        Parameters parameters = request.parameters();
        Collection<Served> asked = asked(request.path());
        MocForm form = MocForm.of(request);
        int order = order(parameters);
        Question question = Question.read(parameters, limits);
        long most = ANY.read(parameters);
        if (parameters.given(Cursor.PARAMETER).isPresent()) {
            throw FaultException.usage(
                    Cursor.PARAMETER + ": a coverage is that of all images of a query; leave it out");
        }
        boolean kept = question.isEverything() && most == Integer.MAX_VALUE && order <= Catalogue.COVERAGE_ORDER;
        Moc map = kept ? kept(asked, order) : found(asked, question, order, most);
        return new Answer(200, form.contentType(), out -> form.write(map, out));
    }

    private Collection<Served> asked(String path) {
        if (path.isEmpty()) {
            return collections.values();
        }
        String name = path.substring(1);
        Served one = collections.get(name);
        if (one == null) {
            throw FaultException.notFound("there is no collection " + Quoted.value(name) + " here"
                    + Nearest.of(name, collections.keySet())
                            .map(near -> " (" + near + "?)")
                            .orElse("")
                    + "; there is: " + Served.names(collections));
        }
        return List.of(one);
    }

    private static int order(Parameters parameters) {
        Optional<String> order = parameters.given(ORDER).map(String::strip);
        if (order.isEmpty()) {
            return Catalogue.COVERAGE_ORDER;
        }
        if (!order.get().matches("\\+?0*\\d{1,2}") || Integer.parseInt(order.get()) > Moc.FINEST) {
            throw FaultException.usage(
                    ORDER, order.get(), "is no order of cells here; send a whole number from 0 to " + Moc.FINEST);
        }
        return Integer.parseInt(order.get());
    }

    /** What was worked out when the collections were loaded. A map cannot say that one is missing in it: so none may be. */
    private Moc kept(Collection<Served> asked, int order) {
        CoveredSky sky = new CoveredSky(order);
        asked.forEach(collection -> sky.add(catalogue.coverage(collection.name())));
        return sky.map();
    }

    private Moc found(Collection<Served> asked, Question question, int order, long most) {
        CoveredSky sky = new CoveredSky(order);
        long left = most;
        for (Served collection : asked) {
            Optional<ImageQuery> query = question.of(collection);
            left -= query.isPresent() ? catalogue.cover(collection.name(), query.get(), left, sky) : 0;
        }
        return sky.map();
    }

    @Override
    public Answer fault(Request request, Fault fault) {
        if (MocForm.ofFault(request) == MocForm.JSON) {
            return Answer.fault(fault.status(), new JsonTable(), MocForm.JSON.contentType(), fault);
        }
        // Neither FITS nor the text of a map has a place for it (DALI 1.1 §4.2).
        byte[] text = (fault.text() + "\n").getBytes(StandardCharsets.UTF_8);
        return new Answer(fault.status(), MocForm.ASCII.contentType(), out -> out.write(text));
    }
}
