package org.lenticular.config;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a registry of the Virtual Observatory wants to know of the service (VOResource 1.1 §3), as far as the operator has said it. Users need it to
 * cite what they found.
 *
 * @param identifier IVOA identifier of the service, {@code ivo://authority/path}; a collection's is this, a slash and its name
 * @param publisher who is responsible that it is there
 * @param contact whom to ask
 * @param email the address to write to
 * @param description what there is, in a sentence or more
 * @param subjects terms of the Unified Astronomy Thesaurus
 * @param creators who made what is served; none: the publisher
 * @param created when the service began, a day in UTC
 * @param version of what is served
 * @param referenceUrl a page for people; empty: the service's own
 */
public record Registration(
        Optional<String> identifier,
        Optional<String> publisher,
        Optional<String> contact,
        Optional<String> email,
        Optional<String> description,
        List<String> subjects,
        List<String> creators,
        Optional<LocalDate> created,
        Optional<String> version,
        Optional<String> referenceUrl) {
    /** Nothing said. */
    public static final Registration NONE = new Registration(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Registration {
        subjects = List.copyOf(subjects);
        creators = List.copyOf(creators);
    }

    /**
     * Makes sure that all is said that a record must have, of the service and of each collection.
     *
     * @param addressed whether the service's public address is known
     * @throws ConfigException naming every key that is missing
     */
    public static void require(Config config, boolean addressed) throws ConfigException {
        Registration said = config.service().registration();
        List<Problem> missing = new ArrayList<>();
        check(
                missing,
                "service.base_url",
                addressed,
                "write the address that clients use, such as https://archive.example.org/lenticular, or give it with --url");
        check(
                missing,
                "service.identifier",
                said.identifier().isPresent(),
                "write the IVOA identifier that the service shall have, such as ivo://org.example/images");
        check(missing, "service.publisher", said.publisher().isPresent(), "write who publishes the images");
        check(missing, "service.contact.name", said.contact().isPresent(), "write whom users may ask");
        check(missing, "service.contact.email", said.email().isPresent(), "write where, such as help@example.org");
        check(missing, "service.description", said.description().isPresent(), "say in a sentence what there is");
        check(
                missing,
                "service.subjects",
                !said.subjects().isEmpty(),
                "list terms of the Unified Astronomy Thesaurus, such as [x-ray-astronomy, ccd-observation]");
        check(
                missing,
                "service.created",
                said.created().isPresent(),
                "write the day on which the service began, such as 2026-11-24");
        config.collections()
                .forEach((name, collection) -> check(
                        missing,
                        "collections." + name + ".description",
                        collection.description().isPresent(),
                        "say in a sentence what its images are"));
        if (!missing.isEmpty()) {
            throw new ConfigException(config.file(), missing);
        }
    }

    private static void check(List<Problem> missing, String key, boolean said, String remedy) {
        if (!said) {
            missing.add(new Problem(key, "", "is missing, and a registry needs it", remedy));
        }
    }
}
