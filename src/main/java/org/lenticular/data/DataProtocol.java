package org.lenticular.data;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.location.Choice;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Negotiation;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.Served;

/**
 * The lasting address of a product: {@code /{collection}/{path}?source=…} and, for paths that a container refuses, {@code /{collection}?path=…}.
 * Redirects to the copy's https form. Nothing that a client sends becomes an address: a path that is in no catalogue is not found.
 */
public final class DataProtocol implements Protocol {
    private final Catalogue catalogue;
    private final Map<String, Served> collections;

    /** @param collections by name */
    public DataProtocol(Catalogue catalogue, Map<String, Served> collections) {
        this.catalogue = catalogue;
        this.collections = collections;
    }

    @Override
    public Answer answer(Request request) {
        String whole = request.path().startsWith("/") ? request.path().substring(1) : request.path();
        int slash = whole.indexOf('/');
        Served collection = collections.get(slash < 0 ? whole : whole.substring(0, slash));
        if (collection == null) {
            throw FaultException.notFound(
                    "there are no data at this address; data are at /data/{collection}/{path}, and the collections are: "
                            + Served.names(collections));
        }
        Optional<String> path =
                slash < 0 ? request.parameters().single("path") : Optional.of(whole.substring(slash + 1));
        Product product = path.flatMap(name -> catalogue.product(collection.name(), name))
                .orElseThrow(() -> FaultException.notFound("there is no product of this path in " + collection.name()));
        var copies = collection.copies().forAnswer();
        Choice choice =
                copies.chooseWeb(product, copies.wanted(request.parameters().all("source")));
        if (choice.address() == null) {
            throw new FaultException(
                    Objects.requireNonNull(choice.fault(), "where there is no address there is a reason"));
        }
        return Answer.redirect(choice.address().text());
    }

    @Override
    public Answer fault(Request request, Fault fault) {
        Negotiation form = Negotiation.forFault(request, "application/x-votable+xml");
        return Answer.fault(fault.status(), form.format(), form.contentType(), fault);
    }
}
