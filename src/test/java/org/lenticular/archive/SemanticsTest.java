package org.lenticular.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The column semantics holds terms of the core vocabulary, written short, or those of others, written whole (DataLink 1.1 §3.2.6). */
class SemanticsTest {
    @Test
    void theCoreVocabularyIsCompleteAndInItsOrder() {
        assertThat(Semantics.terms())
                .hasSize(22)
                .startsWith("this", "progenitor", "derivation", "auxiliary")
                .endsWith("coderived", "counterpart", "package");
        assertThat(Semantics.terms()).allMatch(term -> Semantics.isValid("#" + term));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#this", "https://archive.example.org/rdf/terms#cntr", "ivo://org.example/x#y", "urn:example:x"})
    void theseMayStandThere(String text) {
        assertThat(Semantics.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "this",
                "#This",
                "#mirror",
                "#",
                "http://www.ivoa.net/rdf/datalink/core#this",
                "https://x.org/a b",
                "ivo:",
                "products.jsp#cntr"
            })
    void theseMayNot(String text) {
        assertThat(Semantics.isValid(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://x.org/a", "s3://bucket/key", "gs://b/k"})
    void wholeLocationsAreToldFromPaths(String text) {
        assertThat(Location.isWhole(text)).isTrue();
        assertThat(Location.isWhole("a/" + text)).isFalse();
        assertThat(new Location(text).isWeb()).isEqualTo(text.startsWith("http"));
    }
}
