package io.ledgerbridge.sagex3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has to mend what Sage X3 refuses has something to read, also where it says nothing. */
class X3WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'errors':[{'message':' The period is closed '}]}                           | The period is closed",
                "{'errors':[{'message':''}]}                                                 | an error without a message",
                "{'errors':[{'message':null}]}                                               | an error without a message",
                "{'errors':[{}]}                                                             | an error without a message",
                "{'errors':[{'extensions':{'diagnoses':[{'severity':4,'message':' '}]}}]}    | an error without a message",
                "{'$diagnoses':[{'$severity':'error','$message':''}]}                        | an error without a message",
                "{'$severity':'error'}                                                       | an error without a message"
            })
    void areNeverBlank(String reply, String words) throws Exception {
        assertThat(X3Words.errors(new ObjectMapper().readTree(reply.replace('\'', '"'))))
                .containsExactly(words);
    }
}
