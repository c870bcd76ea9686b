package org.lenticular.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lenticular.IvoaSchemas;
import org.w3c.dom.Element;

/** One thing that a case expects of an answer: a key of the case's file and the text behind it. */
record Expectation(Key key, String value) {

    /** The keys, in the words of the files: {@code answer-header} is {@link #ANSWER_HEADER}. */
    enum Key {
        /** The HTTP status, or several of which it must be one: {@code 400 or 404}. */
        STATUS {
            @Override
            void check(Answer answer, String wanted) {
                assertThat(String.valueOf(answer.status())).as("status").isIn(Arrays.asList(wanted.split(" or ")));
            }
        },
        /** How the media type begins. */
        TYPE {
            @Override
            void check(Answer answer, String wanted) {
                assertThat(answer.mediaType().replace(" ", "")).as("media type").startsWith(wanted);
            }
        },
        /** A header and one of the words in its list: {@code Allow: GET}. */
        ANSWER_HEADER {
            @Override
            void check(Answer answer, String wanted) {
                String[] parts = wanted.split(": ", 2);
                String values = String.join(",", answer.headers().allValues(parts[0]));
                assertThat(values.split("\\s*,\\s*", -1))
                        .as(parts[0])
                        .anySatisfy(value -> assertThat(value).isEqualToIgnoringCase(parts[1]));
            }
        },
        /** QUERY_STATUS: OK, ERROR or OVERFLOW. */
        OUTCOME {
            @Override
            void check(Answer answer, String wanted) {
                assertThat(answer.outcome()).as("QUERY_STATUS").isEqualTo(wanted);
            }
        },
        /** A text that occurs in the message of an error, in capitals or not. */
        MESSAGE {
            @Override
            void check(Answer answer, String wanted) {
                assertThat(answer.message()).as("message").containsIgnoringCase(wanted);
            }
        },
        /** A text that occurs anywhere in the answer. */
        SAYS {
            @Override
            void check(Answer answer, String wanted) {
                assertThat(answer.text()).contains(wanted);
            }
        },
        /** A text that occurs nowhere in the answer. */
        HIDES {
            @Override
            void check(Answer answer, String unwanted) {
                assertThat(answer.text()).doesNotContain(unwanted);
            }
        },
        /** The number of rows. */
        ROWS {
            @Override
            void check(Answer answer, String wanted) {
                assertThat(answer.rows()).as("rows").isEqualTo(Integer.parseInt(wanted));
            }
        },
        /** The number of columns. */
        COLUMNS {
            @Override
            void check(Answer answer, String wanted) {
                assertThat(answer.elements("FIELD")).hasSize(Integer.parseInt(wanted));
            }
        };

        abstract void check(Answer answer, String value);
    }

    /** Traces of Java and of the container, in which nobody who asks for images is interested. */
    private static final Pattern INSIDES =
            Pattern.compile("Exception|Tomcat|Catalina|org\\.apache|org\\.lenticular|java\\.lang|\\tat [a-z]+\\.");

    /** The expectation that a line such as {@code status: 200} tells. */
    static Expectation of(String key, String value) {
        return new Expectation(Key.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')), value);
    }

    void check(Answer answer) {
        key.check(answer, value);
    }

    /** What holds of every answer: nothing of the inside shows, no markup comes back, XML is valid by the IVOA's schemas, a VOTable has one resource of results. */
    static void checkAlways(Answer answer) {
        checkNothingOfTheInsideShows(answer.headers().map() + "\n" + answer.body());
        assertThat(answer.body()).doesNotContain("<script>alert");
        if (answer.isXml() && !answer.mediaType().contains("html")) {
            IvoaSchemas.assertValid(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        if (answer.isXml() && !answer.elements("VOTABLE").isEmpty()) {
            assertThat(answer.elements("RESOURCE"))
                    .filteredOn(Expectation::holdsResults)
                    .hasSize(1);
        }
    }

    static void checkNothingOfTheInsideShows(String answer) {
        assertThat(answer).doesNotContainPattern(INSIDES);
    }

    /** A resource that does not say what it is holds results. */
    private static boolean holdsResults(Element resource) {
        return !resource.hasAttribute("type") || resource.getAttribute("type").equals("results");
    }
}
