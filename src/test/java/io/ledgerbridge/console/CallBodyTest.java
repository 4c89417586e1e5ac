package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of a form become the body of a call, whose checks are the API's. */
class CallBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | 5",
                "5.25 | 5.25",
                "' 108,25 ' | 108.25",
                "1.204,50 | 1204.50",
                "1,204.50 | 1204.50",
                "1,2040 | 1.2040",
                "x | x"
            })
    void takesAnAmountAsPeopleWriteItAndLeavesTheRestToTheApi(String given, String said) {
        assertThat(new CallBody().amount("amount", given).json()).isEqualTo("{\"amount\":\"%s\"}".formatted(said));
    }

    /** 1.204 is 1204 to some and a little more than one to others: money is on no guess. */
    @ParameterizedTest
    @ValueSource(strings = {"1,204", "1.204", " 12.345 EUR", "-1.204"})
    void refusesAnAmountThatCanBeReadInTwoWays(String given) {
        assertThatThrownBy(() -> new CallBody().amount("amount", given))
                .isInstanceOfSatisfying(
                        UnclearAmount.class,
                        unclear -> assertThat(unclear.said().isDone()).isFalse());
    }

    @Test
    void saysNothingOfWhatIsEmpty() {
        assertThat(new CallBody()
                        .text("why", " ")
                        .text("x", null)
                        .id("refund", "")
                        .json())
                .isEqualTo("{}");
    }

    @Test
    void writesAnIdAsANumberAndAnythingElseAsItIs() {
        assertThat(new CallBody().id("refund", "77").json()).isEqualTo("{\"refund\":77}");
        assertThat(new CallBody().id("refund", "M1").json()).isEqualTo("{\"refund\":\"M1\"}");
    }

    @Test
    void quotesWhatPeopleWrite() {
        assertThat(new CallBody().text("text", "a \"b\"").json()).isEqualTo("{\"text\":\"a \\\"b\\\"\"}");
        assertThat(new CallBody().nobody("to").flag("difference").json())
                .isEqualTo("{\"to\":null,\"difference\":true}");
    }
}
