package org.lenticular.sia2;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lenticular.config.AccessUrl;
import org.lenticular.fault.FaultException;
import org.lenticular.protocol.DataLink;
import org.lenticular.protocol.Negotiation;
import org.lenticular.protocol.Served;
import org.lenticular.query.WantedFormats;

/**
 * FORMAT: media types, of which {@code access_format} is one (SIA 2.0 §2.1.17). It is about what an answer shows: where addresses lead to links, every
 * image has the type of links.
 *
 * @param types in lower case, without blanks; none for all
 */
record AskedFormats(List<String> types) {
    AskedFormats {
        types = List.copyOf(types);
    }

    /** @throws FaultException where a value is no media type */
    static AskedFormats read(List<String> values) {
        Set<String> types = new LinkedHashSet<>();
        for (String value : values) {
            String type = value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*;\\s*", ";");
            if (!type.contains("/")) {
                throw FaultException.usage("FORMAT", value, "is no media type; " + remedy(type));
            }
            // A + that a client forgot to encode.
            types.add(type.replace("x-votable xml", "x-votable+xml"));
        }
        return new AskedFormats(new ArrayList<>(types));
    }

    private static String remedy(String type) {
        if (Negotiation.names().contains(type)) {
            return "FORMAT is what the images are, such as image/fits; the form of the answer is RESPONSEFORMAT="
                    + type;
        }
        return switch (type) {
            case "all" -> "leave FORMAT out for images of every type";
            case "metadata" -> "send MAXREC=0, and the answer describes the service";
            case "fits", "jpeg", "png", "gif" -> "write it whole: FORMAT=image/" + type;
            case "jpg" -> "write it whole: FORMAT=image/jpeg";
            default -> "such as FORMAT=image/fits";
        };
    }

    /** The formats to ask a collection for; empty where none of its images can be among them. */
    Optional<WantedFormats> of(Served collection) {
        if (types.isEmpty()) {
            return Optional.of(WantedFormats.ALL);
        }
        if (collection.accessUrl() == AccessUrl.LINKS) {
            return types.contains(DataLink.MEDIA_TYPE) ? Optional.of(WantedFormats.ALL) : Optional.empty();
        }
        List<String> names = types.stream()
                .flatMap(type -> WantedFormats.namesOf(type).stream())
                .distinct()
                .toList();
        return Optional.of(new WantedFormats(false, names, List.of()));
    }

    /** A form of answers among the types, which is asked for by another parameter; images of it are rare. */
    Optional<String> formOfAnswers() {
        return types.stream()
                .filter(type -> Set.of(
                                "text/csv", "text/html", "text/xml", "application/json", "application/x-votable+xml")
                        .contains(type))
                .findFirst();
    }
}
