package io.ledgerbridge.sagex3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.CpuTime;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.faults.TransientFault;
import io.ledgerbridge.sagex3.soap.SoapAnswer;
import io.ledgerbridge.sagex3.soap.SoapReplies;
import io.ledgerbridge.sagex3.soap.SoapRepliesTest;
import io.ledgerbridge.sagex3.soap.SoapXml;
import io.ledgerbridge.sagex3.templates.StoreTemplates;
import io.ledgerbridge.sagex3.templates.YieldedEntries;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No reply of Sage X3 costs more than reading it, and none that can't be read is taken for a yes or a no. */
@Timeout(300)
class HostileRepliesTest {

    @RegisterExtension
    static final CpuTime COST = new CpuTime(Duration.ofSeconds(20));

    static Stream<String> noJson() {
        return Stream.of(
                "{\"NUM\": \"1\", \"AMT\": 1e999999999}",
                "{\"NUM\": \"1\", \"AMT\": 1e-400000000}",
                "{\"NUM\": \"1\", \"AMT\": " + "9".repeat(1_000_000) + "}",
                "{\"NUM\": \"1\", \"NUM\": \"2\"}",
                "{\"NUM\": \"1\", \"more\": " + "[".repeat(100) + "]".repeat(100) + "}",
                "{\"a\":".repeat(100_000),
                "{\"NUM\": \"1\", \"AMT\": NaN}",
                "{\"NUM\": \"1\", \"list\": [" + "[],".repeat(300_000) + "0]}",
                "null",
                "[{\"NUM\": \"1\"}]",
                "{\"NUM\": \"1\"",
                "");
    }

    @ParameterizedTest
    @MethodSource("noJson")
    void knowsNothingOfACreateAndAsksALookUpAgain(String body) {
        assertThat(ReplyClassifier.created(201, body, 1, "{\"entries\":[{\"number\":\"1\"}]}"))
                .isInstanceOf(CreateOutcome.Unknown.class);
        assertThatThrownBy(() -> ReplyClassifier.answer(200, body))
                .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault).isInstanceOf(TransientFault.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-400000000", "1234567890123456", "0.123456789"})
    void addsUpNoAmountThatIsBeyondAllAmounts(String amount) {
        AnsweredEntry entry =
                new AnsweredEntry(X3Json.object("""
                        {"number": "1", "date": "2026-10-31", "currency": "USD",
                         "lines": [{"account": "411000", "amount": "%s", "sign": 1}]}""".formatted(amount)).orElseThrow());

        assertThatThrownBy(() -> entry.found(1)).isInstanceOf(Fault.class).hasMessageContaining("the amount");
    }

    /** Neither a yes nor a no: it may be the answer, so it is asked again some times; it may be a template. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\": null}", "{\"data\": {\"more\": 1}}", "{\"$resources\": {}}"})
    void asksALookUpAgainWhoseAnswerShowsNothing(String body) {
        FolderSettings folder = SoapRepliesTest.FOLDER;
        StoreTemplates templates = SoapRepliesTest.TEMPLATES;
        Journal journal = mock(Journal.class);
        when(journal.store()).thenReturn("us");
        assertThat(List.<ThrowingCallable>of(
                        () -> new GraphqlReplies(templates).found(folder, journal, 200, body),
                        () -> new RestReplies(templates).keys(folder, journal, 200, body),
                        () -> new SoapReplies(templates).numbers(folder, journal, 200, body),
                        () -> new SoapReplies(templates).numbers(folder, journal, 200, "<a/>"),
                        () -> YieldedEntries.of("{\"entries\": [{}]}")
                                .all()
                                .get(0)
                                .found(1)))
                .allSatisfy(look -> assertThat(catchThrowableOfType(Fault.class, look))
                        .satisfies(fault -> assertThat(fault instanceof TransientFault
                                        || (fault instanceof NeedsPersonFault needs && needs.tries() > 1))
                                .isTrue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"errors\": [{\"message\": \"No\"}]}", "{\"$diagnoses\": [{\"$severity\": \"error\"}]}"})
    void takesX3sOwnNoForOne(String body) {
        assertThat(catchThrowableOfType(Fault.class, () -> ReplyClassifier.answer(200, body)))
                .satisfies(fault -> assertThat(fault).isInstanceOf(NeedsPersonFault.class))
                .satisfies(
                        fault -> assertThat(((NeedsPersonFault) fault).tries()).isEqualTo(1));
    }

    @Test
    void takesAZeroOfAnyExponent() {
        assertThat(X3Json.object("{\"AMT\": 0e400000000}")
                        .orElseThrow()
                        .path("AMT")
                        .asText())
                .isEqualTo("0");
    }

    static Stream<String> noXml() {
        return Stream.of(
                "<a>".repeat(100) + "</a>".repeat(100),
                "<a>".repeat(90_000),
                "<a>" + "<b/>".repeat(300_000) + "</a>",
                "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
                """
                <!DOCTYPE a [<!ENTITY x0 "lol"><!ENTITY x1 "&x0;&x0;&x0;&x0;&x0;&x0;&x0;&x0;&x0;&x0;">
                <!ENTITY x2 "&x1;&x1;&x1;&x1;&x1;&x1;&x1;&x1;&x1;&x1;">]><a>&x2;</a>""",
                "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
                "<a " + attributes(20_000) + "/>",
                "<a>\u0000</a>",
                "<a>");
    }

    @ParameterizedTest
    @MethodSource("noXml")
    void readsNoXmlThatIsBeyondItsBounds(String text) {
        assertThat(SoapXml.document(text)).isEmpty();
    }

    /** Each is looked for in its message. */
    @Test
    void readsAsManyErrorsOfASoapAnswerAsAnybodyReads() {
        String body = "<Envelope><status>0</status>" + "<type>3</type>".repeat(60_000) + "</Envelope>";

        assertThat(SoapAnswer.of(body).orElseThrow().errors()).hasSize(20);
    }

    private static String attributes(int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(" a").append(i).append("=\"\"");
        }
        return all.toString();
    }
}
