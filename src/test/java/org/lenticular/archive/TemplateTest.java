package org.lenticular.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Templates put cells into a text; where a cell is empty there is no text, and a brace out of place is told with its position. */
class TemplateTest {
    private static final Map<String, String> ROW = Map.of("a", "1", "b c", "2", "empty", "");

    @Test
    void cellsStandWhereTheirColumnsAreNamed() throws ParseException {
        Template template = Template.parse("x/{a}-{b c}.{a}");

        assertThat(template.expand(ROW::get)).isEqualTo("x/1-2.1");
        assertThat(template.columns()).containsExactly("a", "b c");
        assertThat(template.isConstant()).isFalse();
    }

    @Test
    void doubledBracesAreBraces() throws ParseException {
        assertThat(Template.parse("{{a}} {{{a}}}").expand(ROW::get)).isEqualTo("{a} {1}");
        assertThat(Template.parse("{{a}}").isConstant()).isTrue();
    }

    @Test
    void whatIsConstantNeedsNoRow() throws ParseException {
        assertThat(Template.parse("600 nm").expand(column -> null)).isEqualTo("600 nm");
    }

    @Test
    void anEmptyCellMakesTheWholeEmpty() throws ParseException {
        assertThat(Template.parse("x/{empty}").expand(ROW::get)).isNull();
        assertThat(Template.parse("x/{unknown}").expand(ROW::get)).isNull();
    }

    @Test
    void aBraceOutOfPlaceIsToldWithItsPosition() {
        assertPosition("ab{c", 2);
        assertPosition("ab}c", 2);
        assertPosition("{a{b}", 0);
        assertPosition("x{ }", 1);
        assertPosition("{}", 0);
    }

    @Test
    void templatesOfOneTextAreEqual() throws ParseException {
        assertThat(Template.parse("{a}")).isEqualTo(Template.parse("{a}")).hasToString("{a}");
    }

    private static void assertPosition(String text, int position) {
        assertThatThrownBy(() -> Template.parse(text))
                .isInstanceOfSatisfying(
                        ParseException.class,
                        e -> assertThat(e.getErrorOffset()).isEqualTo(position));
    }
}
