package org.lenticular.clients;

import java.util.Set;
import java.util.regex.Pattern;

/** What STILTS may say about Lenticular's answers, each with the reason; anything else it says is a mistake of ours. */
enum LetThrough {
    /** Terms of the vocabulary of 2022 that Debian's STILTS 3.4.7 does not have, and cannot fetch without a network. */
    NEWER_TERM(
            "E-SMCO-\\S+ Unknown predicate '(thumbnail|documentation|detached-header|coderived|counterpart|package)'.*"),

    /** {@code astroquery.heasarc} looks for this word, which is no media type. */
    DIRECTORY("E-DRCT-\\S+ Bad MIME type syntax for content_type at row \\d+: directory"),

    /** Java has no {@code s3:}; a client gets such an address only when it asked for a source that is a bucket. */
    BUCKET_ADDRESS("E-DRUR-\\S+ Bad access URL at row \\d+: s3://\\S+ .*unknown protocol: s3.*"),

    /** SIA 1.0 wants UCDs that are older than the IVOA's list of words. */
    OLD_UCD("(INFO|WARNING) .*(POS_EQ_RA_MAIN|POS_EQ_DEC_MAIN|INST_ID).*"),

    /** The notebook's unit of its columns {@code time} and {@code public_date}. */
    MJD("(INFO|WARNING) .*[Uu]nit.*\\bmjd\\b.*");

    private final Pattern line;

    LetThrough(String line) {
        this.line = Pattern.compile(line);
    }

    static boolean any(Set<LetThrough> allowed, String line) {
        return allowed.stream().anyMatch(one -> one.line.matcher(line).matches());
    }
}
