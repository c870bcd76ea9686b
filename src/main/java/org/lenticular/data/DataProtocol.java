package org.lenticular.data;

import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.Catalogue;
import org.lenticular.fault.Fault;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Quoted;
import org.lenticular.location.Address;
import org.lenticular.location.Choice;
import org.lenticular.location.Copy;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.LocalFile;
import org.lenticular.location.PlaceException;
import org.lenticular.location.WantedSources;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Negotiation;
import org.lenticular.protocol.Protocol;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.Served;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lasting address of a product: {@code /{collection}/{path}?source=…} and, for paths that a container refuses, {@code /{collection}?path=…}.
 * Leads to the copy's https form, or gives the bytes of a copy on this machine. Nothing that a client sends becomes an address, or the path of a file:
 * a path that is in no catalogue is not found.
 */
public final class DataProtocol implements Protocol {
    private static final Logger LOG = LoggerFactory.getLogger(DataProtocol.class);
    private static final String VOTABLE = "application/x-votable+xml";

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
        return copy(request, collection, product);
    }

    /** Where a file of ours turns out not to be there, the next copy will do, as where a source holds none (design: rule 4 of {@code source}). */
    private static Answer copy(Request request, Served collection, Product product) {
        CopyChooser copies = collection.copies().forAnswer();
        WantedSources wanted = copies.wantedOne(request.parameters().all("source"));
        FaultException missing = null;
        Product left = product;
        while (true) {
            Choice choice = copies.chooseWeb(left, wanted);
            Copy copy = choice.copy();
            Address address = choice.address();
            if (copy == null || address == null) {
                throw missing != null ? missing : none(choice);
            }
            String source = copy.place().source().name();
            Optional<LocalFile> file = copy.place().resolver().flatMap(resolver -> resolver.file(copy.location()));
            if (file.isEmpty()) {
                return request.head() ? CopyElsewhere.head(product, source) : CopyElsewhere.redirect(address);
            }
            try {
                return OwnFile.answer(product, file.get().find());
            } catch (NoSuchFileException | PlaceException e) {
                missing = missing == null ? missing(product, source, e) : missing;
                left = left.notAt(source);
            }
        }
    }

    private static FaultException none(Choice choice) {
        return new FaultException(
                Objects.requireNonNull(choice.fault(), "where there is no address there is a reason"));
    }

    /** The client gets no more than that; the operator needs to know the file. */
    private static FaultException missing(Product product, String source, Exception cause) {
        String what = "the copy of " + product.path() + " at " + source;
        if (cause instanceof NoSuchFileException none) {
            LOG.info("{} is not there: {}", Quoted.oneLine(what), none.getReason());
            return FaultException.notFound(what + " is not there");
        }
        LOG.warn("{} cannot be read: {}", Quoted.oneLine(what), cause.getMessage());
        return FaultException.unavailable(what + " cannot be read now");
    }

    /** For programs that fetch files, in plain text; a page to browsers, a VOTable to whoever names it. */
    @Override
    public Answer fault(Request request, Fault fault) {
        Negotiation form = Negotiation.forFault(request, VOTABLE);
        boolean votable = !request.parameters().all("RESPONSEFORMAT").isEmpty() || namesVotable(request.accept());
        return form.isPage() || votable
                ? Answer.fault(fault.status(), form.format(), form.contentType(), fault)
                : Answer.text(fault.status(), fault.text());
    }

    private static boolean namesVotable(@Nullable String accept) {
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("votable");
    }
}
