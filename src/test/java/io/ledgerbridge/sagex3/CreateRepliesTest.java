package io.ledgerbridge.sagex3;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reply to a create says beside the entry's number: its status, and errors that may be a refusal. */
class CreateRepliesTest {

    private static final String NOTHING = "{\"entries\":[]}";

    @ParameterizedTest
    @CsvSource({"1, temporary", "2, final", "final, final", "7, ", "'', "})
    void showsTheStatus(String shown, @Nullable String status) {
        String read = "{\"entries\":[{\"number\":\"N1\",\"status\":\"%s\"}]}".formatted(shown);

        assertThat(ReplyClassifier.created(201, "{}", 1, read)).isEqualTo(new CreateOutcome.Created("N1", "", status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "500 | {'$diagnoses':[{'$severity':'error','$message':'The period is closed'}]} | The period is closed",
                "503 | {'$diagnoses':[{'$severity':'error','$message':'A'},{'$severity':'error','$message':'B'}]} | A; B",
                "500 | {'errors':[{'message':'x','extensions':{'diagnoses':[{'severity':3,'message':'No'}]}}]} | No",
                "500 | {'errors':[{'message':'x','extensions':{'diagnoses':[{'severity':2,'message':'Beware'}]}}]} | none",
                "500 | {'errors':[{'message':'Internal server error'}]} | none",
                "500 | {'$diagnoses':[{'$severity':'warning','$message':'Beware'}]} | none",
                "500 | {'$severity':'error','$message':'Internal server error'} | none",
                "500 | <html>no</html> | none",
                "502 | none | none"
            })
    void mayBeARefusalWhereItsDiagnosesSayNo(int status, @Nullable String body, @Nullable String refusal) {
        String json = body == null ? null : body.replace('\'', '"');

        CreateOutcome outcome = ReplyClassifier.created(status, json, 0, NOTHING);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CreateOutcome.Unknown.class,
                        unknown -> assertThat(unknown.refusal()).isEqualTo(refusal));
    }
}
