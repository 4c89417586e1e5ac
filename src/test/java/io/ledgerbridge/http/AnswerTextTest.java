package io.ledgerbridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.CpuTime;
import io.ledgerbridge.PlainWords;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<html><head><title>502 Bad  Gateway</title></head></html> | a page of HTML, \"502 Bad Gateway\"",
                "<!DOCTYPE html><html><body><h1>Back <b>soon</b></h1>      | a page of HTML, \"Back soon\"",
                "<HTML><body>x</body></HTML>                               | a page of HTML",
                "{\"data\":{\"create\": null, \"list\":[null,1]}}          | {\"data\":{\"create\": nothing, \"list\":[nothing,1]}}",
                "null                                                      | nothing",
                "java.lang.NullPointerException: It broke\tat com.a.B.c(B.java:7) | It broke",
                "The posting date is outside of the fiscal year            | The posting date is outside of the fiscal year",
                "Account 707000 isn't in the chart (BPR null)              | Account 707000 isn't in the chart (BPR null)",
            })
    void quotesAnAnswerToPeople(String body, String quoted) {
        assertThat(AnswerText.quoted(body)).isEqualTo(quoted);
    }

    @Test
    void cutsOffAStack() {
        String words = AnswerText.quoted(
                "java.sql.SQLException: no room\n\tat org.db.Driver.call(Driver.java:1)\n\tat x.Y.z(Y.java:2)\n");
        PlainWords.arePlain(words);
        assertThat(words).isEqualTo("no room");
    }

    @Test
    void takesNoLongerForAnythingLong() {
        Stream.of("<html>" + "<h1 ".repeat(100_000), "a.".repeat(200_000), ":".repeat(300_000), " at a".repeat(100_000))
                .forEach(text -> CpuTime.within(Duration.ofSeconds(5), () -> AnswerText.quoted(text)));
    }
}
