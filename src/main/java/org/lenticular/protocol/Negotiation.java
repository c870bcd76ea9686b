package org.lenticular.protocol;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.FaultException;
import org.lenticular.table.Format;

/**
 * Which form an answer takes: RESPONSEFORMAT decides (DALI 1.1 §3.4.3); without it, the one of our media types that Accept likes best; where it
 * names none, the VOTable.
 *
 * @param format writes it
 * @param contentType the header
 */
public record Negotiation(Format format, String contentType) {
    private static final String PARAMETER = "RESPONSEFORMAT";

    /** What the client asked for, in a word or by Accept, and what it is. */
    private record Asked(MediaType name, Form form) {}

    private static final Asked NOTHING = new Asked(MediaType.of("votable"), Form.TABLEDATA);

    /** The short names of all forms of tables that there are: what RESPONSEFORMAT may be, media types apart. */
    public static List<String> names() {
        return Form.allWords(Form.Content.TABLE);
    }

    /** The same where images are answered by ObsCore's columns: there are more. */
    public static List<String> namesForImages() {
        return Form.allWords(Form.Content.IMAGES);
    }

    /**
     * The form that the client wants.
     *
     * @param votableType the header of a protocol's VOTable, where the client did not ask for another
     * @throws FaultException where RESPONSEFORMAT names none that there is
     */
    public static Negotiation of(Request request, String votableType) {
        return of(request, votableType, Form.Content.TABLE);
    }

    /** The same where images are answered by ObsCore's columns. */
    public static Negotiation ofImages(Request request, String votableType) {
        return of(request, votableType, Form.Content.IMAGES);
    }

    private static Negotiation of(Request request, String votableType, Form.Content content) {
        Asked asked = request.parameters()
                .given(PARAMETER)
                .map(value -> named(value, content))
                .orElseGet(() -> accepted(request, content));
        return new Negotiation(asked.form().format(), asked.form().contentType(asked.name(), votableType));
    }

    /** The same for a fault, which must be told whatever the client sent: what cannot be read counts as not sent. */
    public static Negotiation forFault(Request request, String votableType) {
        return forFault(request, votableType, Form.Content.TABLE);
    }

    /** The same where images are answered by ObsCore's columns. */
    public static Negotiation forFaultOfImages(Request request, String votableType) {
        return forFault(request, votableType, Form.Content.IMAGES);
    }

    private static Negotiation forFault(Request request, String votableType, Form.Content content) {
        List<String> sent = request.parameters().all(PARAMETER);
        Asked asked = Optional.of(sent)
                .filter(values -> values.size() == 1)
                .flatMap(values -> find(values.get(0)))
                .filter(found -> found.form().suits(content))
                .orElseGet(() -> accepted(request, content));
        return new Negotiation(asked.form().format(), asked.form().faultType(asked.name(), votableType));
    }

    /** Whether it holds images by ObsCore's columns, as items of STAC. */
    public boolean isItems() {
        return format == Form.GEOJSON.format();
    }

    /** Whether it is a VOTable, in which a protocol tells its faults in its own way. */
    public boolean isVotable() {
        return format == Form.TABLEDATA.format() || format == Form.BINARY2.format();
    }

    /** Whether it is for a person. */
    public boolean isPage() {
        return format == Form.HTML.format();
    }

    private static Asked named(String value, Form.Content content) {
        Optional<Asked> asked = find(value);
        if (asked.isPresent() && asked.get().form().suits(content)) {
            return asked.get();
        }
        boolean lacksJars = asked.isPresent() && !asked.get().form().isAvailable();
        throw FaultException.usage(
                PARAMETER,
                value,
                (lacksJars ? "is a form that this server has not the jars for" : "is no form of answer here")
                        + "; use one of " + String.join(", ", Form.allWords(content))
                        + ", or a media type of one of them, or leave it out");
    }

    private static Optional<Asked> find(String value) {
        MediaType name = MediaType.of(value);
        return Form.named(name).map(form -> new Asked(name, form));
    }

    /** The media type of ours with the highest weight. */
    private static Asked accepted(Request request, Form.Content content) {
        return best(
                        request.accept(),
                        type -> Form.ofType(type)
                                .filter(found -> found.suits(content))
                                // A protocol's own type is what its VOTable has unless RESPONSEFORMAT says otherwise.
                                .map(form -> form == Form.TABLEDATA ? NOTHING : new Asked(type, form)))
                .orElse(NOTHING);
    }

    /**
     * The same choice among other forms than a table's: that of the media type with the highest weight; empty where none is named.
     *
     * @param ofType the form of a media type, which is in lower case and without parameters
     */
    public static <F> Optional<F> accepted(Request request, Function<String, Optional<F>> ofType) {
        return best(request.accept(), type -> ofType.apply(type.type()));
    }

    /** That with the highest weight, the first of equals (RFC 9110 §12.5.1). Wildcards name nothing. */
    private static <F> Optional<F> best(@Nullable String accept, Function<MediaType, Optional<F>> ofType) {
        if (accept == null || isJavas(accept)) {
            return Optional.empty();
        }
        Optional<F> best = Optional.empty();
        double most = 0;
        for (String each : accept.split(",")) {
            MediaType type = MediaType.of(each);
            double weight = weight(type);
            Optional<F> form = weight > most ? ofType.apply(type) : Optional.empty();
            if (form.isPresent()) {
                most = weight;
                best = form;
            }
        }
        return best;
    }

    /** From 0 to 1; 0 for what cannot be read, as for what is not wanted. */
    private static double weight(MediaType type) {
        String weight = type.parameter("q").orElse("1");
        return weight.matches("0?\\.\\d{1,3}|[01](\\.\\d{0,3})?") ? Double.parseDouble(weight) : 0;
    }

    /**
     * What HttpURLConnection sends by itself, and so TOPCAT and STILTS: {@code text/html, image/gif, image/jpeg, *; q=.2} and its kin. No person is
     * behind it.
     */
    private static boolean isJavas(String accept) {
        return accept.replace(" ", "").startsWith("text/html,image/gif,image/jpeg,*");
    }
}
