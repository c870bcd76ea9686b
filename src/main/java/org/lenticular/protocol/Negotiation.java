package org.lenticular.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.FaultException;
import org.lenticular.table.Format;
import org.lenticular.table.HtmlPage;
import org.lenticular.table.VotableTabledata;

/**
 * Which form an answer takes: RESPONSEFORMAT decides (DALI 1.1 §3.4.3); without it, a page goes to an Accept that names {@code text/html}, save
 * that of Java's own client; everything else gets the VOTable.
 *
 * @param format writes it
 * @param contentType the header
 */
public record Negotiation(Format format, String contentType) {
    private static final String PARAMETER = "RESPONSEFORMAT";
    private static final Format VOTABLE = new VotableTabledata();
    private static final Format PAGE = new HtmlPage();
    private static final String PAGE_TYPE = "text/html;charset=UTF-8";
    private static final String VOTABLE_TYPE = "application/x-votable+xml";

    /**
     * The form that the client wants.
     *
     * @param votableType the header of a protocol's VOTable, where the client did not ask for another
     * @throws FaultException where RESPONSEFORMAT names none that there is
     */
    public static Negotiation of(Request request, String votableType) {
        Optional<String> wanted = request.parameters().given(PARAMETER);
        if (wanted.isPresent()) {
            return named(wanted.get(), votableType);
        }
        return namesPages(request.accept()) ? page() : new Negotiation(VOTABLE, votableType);
    }

    /** The same for a fault, which must be told whatever the client sent: what cannot be read counts as not sent. */
    public static Negotiation forFault(Request request, String votableType) {
        List<String> wanted = request.parameters().all(PARAMETER);
        if (wanted.size() == 1) {
            try {
                return named(wanted.get(0), votableType);
            } catch (FaultException e) {
                // Counts as not sent.
            }
        }
        return namesPages(request.accept()) ? page() : new Negotiation(VOTABLE, votableType);
    }

    /** Whether it is for a person. */
    public boolean isPage() {
        return format == PAGE;
    }

    private static Negotiation page() {
        return new Negotiation(PAGE, PAGE_TYPE);
    }

    private static Negotiation named(String value, String votableType) {
        // A literal + of a media type that a client forgot to encode arrives as a blank.
        String[] parts = value.trim()
                .toLowerCase(Locale.ROOT)
                .replace("x-votable xml", "x-votable+xml")
                .split("\\s*;\\s*");
        boolean tabledata = true;
        for (int i = 1; i < parts.length; i++) {
            tabledata &= !parts[i].startsWith("serialization=") || parts[i].equals("serialization=tabledata");
        }
        if (tabledata) {
            switch (parts[0]) {
                case "votable":
                    return new Negotiation(VOTABLE, votableType);
                case VOTABLE_TYPE:
                    return new Negotiation(VOTABLE, votableType.startsWith(VOTABLE_TYPE) ? votableType : VOTABLE_TYPE);
                case "text/xml":
                    return new Negotiation(VOTABLE, "text/xml");
                case "html", "text/html":
                    return page();
                default:
                    break;
            }
        }
        throw FaultException.usage(
                PARAMETER,
                value,
                "is no form of answer here; use votable, application/x-votable+xml, text/xml, html or text/html, or leave it out");
    }

    private static boolean namesPages(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        String names = accept.toLowerCase(Locale.ROOT);
        // Java's HttpURLConnection, and so TOPCAT and STILTS, ask for "text/html, image/gif, image/jpeg, *; q=.2, */*;
        // q=.2" and its kin.
        return names.contains("text/html") && !names.replace(" ", "").startsWith("text/html,image/gif,image/jpeg,*");
    }
}
