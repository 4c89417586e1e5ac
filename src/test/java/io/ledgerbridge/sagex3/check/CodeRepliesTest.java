package io.ledgerbridge.sagex3.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.faults.CredentialsFault;
import io.ledgerbridge.faults.TransientFault;
import io.ledgerbridge.sagex3.GraphqlRequest;
import io.ledgerbridge.sagex3.RestRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeRepliesTest {

    private static final CodePlace NODE = new CodePlace("x3Finance", "account", List.of("code"));
    private static final CodePlace CLASS = new CodePlace("", "GACCOUNT", List.of("ACC"));
    private static final CodePlace PERIODS =
            new CodePlace("x3Finance", "period", List.of("startDate", "endDate", "status"));

    private static final CodeQuestion TWO = new CodeQuestion(CodeKind.ACCOUNT, List.of("411000", "707999"), NODE);
    private static final CodeQuestion BY_CLASS = new CodeQuestion(CodeKind.ACCOUNT, List.of("411000", "A'B"), CLASS);

    private static final CodeQuestion DAY = new CodeQuestion(CodeKind.PERIOD, List.of("2026-11-29"), PERIODS);

    @Test
    void asksANodeForSeveralCodesAtOnce() {
        GraphqlRequest request = (GraphqlRequest) TWO.request();

        assertThat(request.document())
                .isEqualTo("query($filter: String) { x3Finance { account { query(first: 500, filter: $filter) {"
                        + " edges { node { code } } pageInfo { hasNextPage } } } } }");
        assertThat(request.text())
                .isEqualTo("{\"filter\":\"{\\\"code\\\":{\\\"_in\\\":[\\\"411000\\\",\\\"707999\\\"]}}\"}");
    }

    @Test
    void asksAClassForSeveralCodesAtOnce() {
        assertThat(BY_CLASS.request())
                .isEqualTo(new RestRequest(
                        "GET",
                        "",
                        "representation=GACCOUNT.$query&count=500&where=(ACC eq '411000' or ACC eq 'A''B')",
                        ""));
    }

    @Test
    void findsSomeAndMissesOthers() {
        assertThat(CodeReplies.verdicts(TWO, 200, rows("{\"node\":{\"code\":\"411000\"}}", false)))
                .containsExactly(
                        new CodeVerdict(CodeKind.ACCOUNT, "411000", CodeVerdict.Says.HAS, "Sage X3 has it"),
                        new CodeVerdict(
                                CodeKind.ACCOUNT,
                                "707999",
                                CodeVerdict.Says.WOULD_REFUSE,
                                "Sage X3 has no such account"));
        assertThat(CodeReplies.verdicts(BY_CLASS, 200, "{\"$resources\":[{\"ACC\":\"411000\"}],\"$links\":{}}"))
                .extracting(CodeVerdict::wouldRefuse)
                .containsExactly(false, true);
    }

    @Test
    void callsNothingMissingWhileThereAreMoreRows() {
        assertThat(CodeReplies.verdicts(TWO, 200, rows("{\"node\":{\"code\":\"411000\"}}", true)))
                .extracting(CodeVerdict::wouldRefuse)
                .containsExactly(false, false);
        assertThat(CodeReplies.verdicts(
                        BY_CLASS, 200, "{\"$resources\":[{\"ACC\":\"1\"}],\"$links\":{\"$next\":{\"$url\":\"x\"}}}"))
                .extracting(CodeVerdict::wouldRefuse)
                .containsExactly(false, false);
    }

    @Test
    void doubtsTheNodeThatHasNoneOfSeveralCodes() {
        assertThat(CodeReplies.verdicts(TWO, 200, rows("", false)))
                .allSatisfy(verdict -> assertThat(verdict.words())
                        .isEqualTo("Sage X3 has no such account; it has none of the 2 that were asked for, so see"
                                + " whether node x3Finance.account and its code are the right ones"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | {\"errors\":[{\"message\":\"Cannot query field account\"}]} | Cannot query field account",
                "500 | {\"$diagnoses\":[{\"$severity\":\"error\",\"$message\":\"Property ACC not found\"}]} | Property ACC not found",
                "404 | {\"$severity\":\"error\",\"$message\":\"Class not found\"} | Class not found",
                "200 | {\"data\":{}} | the answer has no rows",
                "400 | {} | HTTP 400",
                "403 | <html>Forbidden</html> | HTTP 403",
                "404 | <html>No such page</html> | HTTP 404",
                "404 | | HTTP 404",
                "422 | {} | HTTP 422",
            })
    void cantTellWhereX3DoesntKnowWhatItIsAsked(int status, @Nullable String body, String words) {
        assertThat(CodeReplies.verdicts(TWO, status, body)).hasSize(2).allSatisfy(verdict -> {
            assertThat(verdict.wouldRefuse()).isFalse();
            assertThat(verdict.words())
                    .startsWith("can't tell: node x3Finance.account: ")
                    .contains(words);
        });
    }

    @Test
    void asksNoFurtherWhereX3FailsOrRefusesTheCredentials() {
        assertThatThrownBy(() -> CodeReplies.verdicts(TWO, 401, "{}")).isInstanceOf(CredentialsFault.class);
        assertThatThrownBy(() -> CodeReplies.verdicts(TWO, 503, "<html>")).isInstanceOf(TransientFault.class);
        assertThatThrownBy(() -> CodeReplies.verdicts(TWO, 502, "{}")).isInstanceOf(TransientFault.class);
        assertThatThrownBy(() -> CodeReplies.verdicts(TWO, 200, null)).isInstanceOf(TransientFault.class);
    }

    @ParameterizedTest
    @CsvSource({
        "open open, false, it is open",
        "2, false, it is open",
        "closed, true, it is not open in Sage X3 (status closed)",
        "notOpen notOpen, true, it is not open in Sage X3 (status notOpen)",
        "3, true, it is not open in Sage X3 (status 3)",
        "open closed, false, can't tell: of the 2 periods of that day",
        "strange, false, can't tell: of the 1 periods of that day",
        "'', true, Sage X3 has no period of that day"
    })
    void tellsWhetherADaysPeriodTakesEntries(String statuses, boolean wouldRefuse, String words) {
        String rows = statuses.isEmpty()
                ? ""
                : "{\"node\":{\"status\":\"" + statuses.replace(" ", "\"}},{\"node\":{\"status\":\"") + "\"}}";

        assertThat(CodeReplies.verdicts(DAY, 200, rows(rows, false).replace("account", "period")))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.wouldRefuse()).isEqualTo(wouldRefuse);
                    assertThat(verdict.words()).startsWith(words);
                });
    }

    private static String rows(String edges, boolean more) {
        return "{\"data\":{\"x3Finance\":{\"account\":{\"query\":{\"edges\":[%s],\"pageInfo\":{\"hasNextPage\":%b}}}}}}"
                .formatted(edges, more);
    }
}
