package io.ledgerbridge.sagex3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.schibsted.spt.data.jslt.JsltException;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.CredentialsFault;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.sagex3.soap.SoapReplies;
import io.ledgerbridge.sagex3.soap.SoapRepliesTest;
import io.ledgerbridge.sagex3.templates.StoreTemplates;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A look-up is complete only when every entry that X3 listed was read: what is taken for missing is created again. */
class X3LookUpsTest {

    private static final StoreTemplates TEMPLATES = SoapRepliesTest.TEMPLATES;

    private final X3LookUps lookUps = new X3LookUps(
            new X3Requests(TEMPLATES),
            new GraphqlReplies(TEMPLATES),
            new RestReplies(TEMPLATES),
            new SoapReplies(TEMPLATES));
    private final Journal journal = X3RequestsTest.journal("USD", "10.00");

    @ParameterizedTest
    @EnumSource
    void asksForTheListFirst(X3Api api) {
        EntryLookUp begun = begun(api);

        assertThat(begun.request()).isEqualTo(new X3Requests(TEMPLATES).lookUp(folder(api), journal));
        assertThat(begun.isIncomplete()).isTrue();
        assertThat(begun.entries()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isCompleteWhereNothingIsListed(X3Api api) {
        EntryLookUp read = answered(begun(api), api, list(api));

        assertThat(read.isIncomplete()).isFalse();
        assertThat(read.entries()).isEmpty();
    }

    @Test
    void readsEntriesWholeFromAListByGraphql() {
        EntryLookUp read = answered(begun(X3Api.GRAPHQL), X3Api.GRAPHQL, list(X3Api.GRAPHQL, "N1", "N2"));

        assertThat(read.isIncomplete()).isFalse();
        assertThat(read.entries()).extracting(FoundEntry::number).containsExactly("N1", "N2");
        assertThat(read.entries().get(0).differenceTo(journal)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REST, ODGEN%7EN1, ODGEN%7EN2", "SOAP, N1, N2"})
    void readsEachListedEntryByAFurtherQuestion(X3Api api, String first, String second) {
        EntryLookUp listed = answered(begun(api), api, list(api, "N1", "N2"));
        assertThat(listed.request()).isEqualTo(question(api, first));
        assertThat(listed.entries()).isEmpty();

        EntryLookUp one = answered(listed, api, entry(api, "N1", "BC250"));
        assertThat(one.request()).isEqualTo(question(api, second));
        assertThat(one.entries()).extracting(FoundEntry::number).containsExactly("N1");

        EntryLookUp both = answered(one, api, entry(api, "N2", "BC250"));
        assertThat(both.isIncomplete()).isFalse();
        assertThat(both.entries()).extracting(FoundEntry::number).containsExactly("N1", "N2");
        assertThat(both.entries())
                .allSatisfy(found -> assertThat(found.differenceTo(journal)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void takesNoAnswerForNoEntry(X3Api api) {
        for (EntryLookUp asked : stages(api)) {
            for (String body : Arrays.asList(null, "", "{}", "null", "<html>Sign in</html>", "<a/>")) {
                assertThatExceptionOfType(Fault.class)
                        .as("%s after %s", body, asked)
                        .isThrownBy(() -> lookUps.answered(asked, folder(api), journal, 200, body));
            }
        }
    }

    /** Whatever stands in it: something on the way may have answered, and X3 may have the entry. */
    @ParameterizedTest
    @EnumSource
    void takesNoStatusButAYesForAnAnswer(X3Api api) {
        for (EntryLookUp asked : stages(api)) {
            for (int status : List.of(302, 400, 403, 404, 500, 503)) {
                assertThatExceptionOfType(Fault.class)
                        .as("%s after %s", status, asked)
                        .isThrownBy(() -> lookUps.answered(asked, folder(api), journal, status, list(api)));
            }
            assertThat(catchThrowableOfType(
                            Fault.class, () -> lookUps.answered(asked, folder(api), journal, 401, list(api))))
                    .isInstanceOf(CredentialsFault.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesNoEntryOfAnotherReference(X3Api api) {
        EntryLookUp asked = api == X3Api.GRAPHQL ? begun(api) : answered(begun(api), api, list(api, "N1"));
        String other = api == X3Api.GRAPHQL ? list(api, "N1").replace("BC250", "BC251") : entry(api, "N1", "BC251");

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> answered(asked, api, other))
                .withMessageContaining("BC251");
    }

    @ParameterizedTest
    @EnumSource
    void asksByAnotherTemplate(X3Api api) {
        String own = api.label() + "-look-up";

        assertThat(lookUps.beginBy(folder(api), journal, own)).isEqualTo(begun(api));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> lookUps.beginBy(folder(api), journal, "no-such"))
                .isNotInstanceOf(JsltException.class);
    }

    /** Each question of a look-up that finds an entry. */
    private List<EntryLookUp> stages(X3Api api) {
        return api == X3Api.GRAPHQL
                ? List.of(begun(api))
                : List.of(begun(api), answered(begun(api), api, list(api, "N1")));
    }

    private EntryLookUp begun(X3Api api) {
        return lookUps.begin(folder(api), journal);
    }

    private EntryLookUp answered(EntryLookUp asked, X3Api api, String body) {
        return lookUps.answered(asked, folder(api), journal, 200, body);
    }

    private X3Request question(X3Api api, String key) {
        return new X3Requests(TEMPLATES).entry(folder(api), journal, key);
    }

    private static FolderSettings folder(X3Api api) {
        return X3RequestsTest.folder(api);
    }

    private static String list(X3Api api, String... numbers) {
        return switch (api) {
            case GRAPHQL ->
                "{\"data\":{\"x3Finance\":{\"journalEntry\":{\"query\":{\"edges\":[%s]}}}}}"
                        .formatted(each("""
                    {"node":{"journalEntryNumber":"%s","sourceDocument":"BC250","accountingDate":"2026-10-31",
                    "transactionCurrency":{"_id":"USD"},"journalEntryLines":{"query":{"edges":[
                    {"node":{"account":{"_id":"411000"},"sign":1,"transactionAmount":"10.00"}},
                    {"node":{"account":{"_id":"707000"},"sign":-1,"transactionAmount":"10.00"}}]}}}}""", ",", numbers));
            case REST -> "{\"$resources\":[%s]}".formatted(each("{\"NUM\":\"%s\",\"BPRVCR\":\"BC250\"}", ",", numbers));
            case SOAP ->
                SoapRepliesTest.envelope(
                        1,
                        "",
                        "<RESULT>%s</RESULT>"
                                .formatted(each(
                                        "<LIN><FLD NAME=\"NUM\">%s</FLD><FLD NAME=\"BPRVCR\">BC250</FLD></LIN>",
                                        "", numbers)));
        };
    }

    private static String each(String form, String between, String... numbers) {
        return Arrays.stream(numbers).map(form::formatted).collect(Collectors.joining(between));
    }

    private static String entry(X3Api api, String number, String reference) {
        return api == X3Api.REST
                ? """
                {"NUM":"%s","BPRVCR":"%s","ACCDAT":"2026-10-31","CUR":"USD","LINES":[
                {"ACC":"411000","SNS":1,"AMTCUR":10},{"ACC":"707000","SNS":-1,"AMTCUR":10}]}""".formatted(number, reference)
                : SoapRepliesTest.envelope(1, "", """
                <RESULT><GRP ID="HAE0_1"><FLD NAME="NUM">%s</FLD><FLD NAME="BPRVCR">%s</FLD>
                <FLD NAME="ACCDAT">20261031</FLD><FLD NAME="CUR">USD</FLD></GRP><TAB ID="HAE2_1">
                <LIN><FLD NAME="ACC1">411000</FLD><FLD NAME="DEB">10.00</FLD></LIN>
                <LIN><FLD NAME="ACC1">707000</FLD><FLD NAME="CDT">10.00</FLD></LIN></TAB></RESULT>""".formatted(number, reference));
    }
}
