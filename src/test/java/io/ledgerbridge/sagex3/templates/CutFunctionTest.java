package io.ledgerbridge.sagex3.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutFunctionTest {

    @ParameterizedTest
    @CsvSource({
        "'', 30, ''",
        "BigCommerce order 250, 30, BigCommerce order 250",
        "Refund 12345678 of order 12345, 30, Refund 12345678 of order 12345",
        "Refund 12345678 of order 123456, 30, Refund 12345678 of order",
        "one two three, 7, one two",
        "one two three, 8, one two",
        "onetwothree, 6, onetwo",
        "ab\uD83D\uDE00cd, 3, ab",
        "ab\uD83D\uDE00cd, 4, ab\uD83D\uDE00"
    })
    void leavesWholeWordsAndWholeCharacters(String text, int length, String expected) {
        assertThat(CutFunction.of(text, length)).isEqualTo(expected);
    }

    @Test
    void leavesOutWhatIsNotThere() {
        assertThat(Parser.compileString("{\"a\": cut(.b, 3)}", TemplateFunctions.ALL)
                        .apply(NullNode.instance)
                        .toString())
                .isEqualTo("{}");
    }
}
