package org.lenticular.sia2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.protocol.Origin;
import org.lenticular.protocol.Parameters;
import org.lenticular.table.Info;

/**
 * How a client is told where a cut answer goes on.
 *
 * <p>Rows are streamed, so that they are cut is known behind them: two INFOs say it there. The header {@code Link} has to be sent before; it costs a
 * second search, and so only clients get it that go through an answer in parts.
 *
 * @param resource the address of the service
 * @param parameters of the request
 * @param known those of them that are repeated
 * @param versions of the loads
 */
record Continuation(String resource, Parameters parameters, List<String> known, List<String> versions) {
    /** The cursor of an image. */
    Cursor at(int collection, long image) {
        return Cursor.at(versions, Question.constraints(parameters), collection, image);
    }

    /** Those that stand behind the rows. */
    List<Info> infos(Cursor cursor) {
        List<Info> infos = new ArrayList<>();
        infos.add(new Info(
                "cursor",
                cursor.text(),
                "Send it as " + Cursor.PARAMETER + " with the same query for the images behind these"));
        address(cursor).ifPresent(address -> infos.add(new Info("next", address)));
        return infos;
    }

    /** The value of the header Link. */
    Optional<String> link(Cursor cursor) {
        return address(cursor).map(address -> "<" + address + ">; rel=\"next\"");
    }

    private Optional<String> address(Cursor cursor) {
        List<String> others =
                known.stream().filter(name -> !name.equals(Cursor.PARAMETER)).toList();
        return Origin.address(resource, parameters, others)
                .map(address -> address + (address.length() == resource.length() ? "?" : "&") + Cursor.PARAMETER + "="
                        + cursor.text());
    }

    /**
     * Whether the header is worth its search: the client said how many images it wants at a time, and there are more.
     *
     * @param limit images of the answer
     * @param loaded what there is
     */
    boolean asksAhead(int limit, Loaded loaded) {
        boolean inParts = parameters.given("MAXREC").isPresent()
                || parameters.given("RESULTMAX").isPresent()
                || parameters.given(Cursor.PARAMETER).isPresent();
        return inParts && loaded.images() > limit;
    }

    /** The first image that an answer has no room for; null where it has room for all. */
    @Nullable
    Cursor ahead(Found found, int limit) {
        for (int i = 0; i < limit; i++) {
            if (!found.next()) {
                return null;
            }
        }
        return found.next() ? at(found.place(), found.images().number()) : null;
    }
}
