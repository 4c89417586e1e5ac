package io.ledgerbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.posting.rules.TaxRow;
import io.ledgerbridge.posting.rules.TenderRow;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.GraphqlRequest;
import io.ledgerbridge.sagex3.check.CodeKind;
import io.ledgerbridge.sagex3.check.CodeQuestion;
import io.ledgerbridge.settings.SettingsFixture;
import io.ledgerbridge.settings.StoreSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What of the example's mapping is asked, and what is told of answers that are late or never come. */
class MappingChecksTest {

    private static final String NO_SUCH_NODE = "{\"errors\":[{\"message\":\"Cannot query field\"}]}";

    private static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");

    private final StoreSettings store =
            Objects.requireNonNull(SettingsFixture.example().read().stores().get("us"));
    private final FolderSettings folder = store.folder();

    @Test
    void asksForEachCodeOnceAndNamesItsSettings() {
        MappedCodes codes = MappedCodes.of(store.rules(), LocalDate.of(2026, 11, 30));

        assertThat(codes.byKind().get(CodeKind.ACCOUNT))
                .containsExactlyInAnyOrder(
                        "411000", "707000", "708500", "708800", "709000", "445710", "419100", "419200", "607000",
                        "370000", "758000", "419800");
        assertThat(codes.settingsOf(CodeKind.ACCOUNT, "708500"))
                .isEqualTo(
                        "channels.\"1\".accounts.handling, channels.\"1\".accounts.shipping, channels.\"1\".accounts.wrapping");
        assertThat(codes.byKind().get(CodeKind.SITE)).containsExactly("FR011", "FR012");
        assertThat(codes.byKind().get(CodeKind.DIMENSION_VALUE)).containsExactly("WEB", "MAIN");
        assertThat(codes.byKind().get(CodeKind.BUSINESS_PARTNER)).containsExactly("WEB01");
        assertThat(codes.settingsOf(CodeKind.JOURNAL, "SAL")).isEqualTo("journal.code");
    }

    @Test
    void asksForWhatStandsBesideAnAccountInTheListsToo() {
        Channel one = store.rules().channels().values().iterator().next();
        Account card = new Account("511200", "by-customer", Map.of("CCE3", "CARD"), null);
        Channel lists = new Channel(
                one.id(),
                one.name(),
                Map.of("revenue", new Account("707000", null, Map.of(), "FR20")),
                one.costOfGoods(),
                one.costOfGoodsOnRefund(),
                null,
                List.of(
                        new TenderRow(List.of("stripe"), null, List.of(), TenderRow.Outcome.ACCOUNT, "Card", card),
                        new TenderRow(List.of(), null, List.of(), TenderRow.Outcome.PARK, null, null)),
                List.of(new TaxRow("FR", BigDecimal.TEN, null, "FR10", Account.of("445712"))),
                Map.of("wholesale", "B2B01"));
        MappedCodes codes = MappedCodes.of(
                new PostingRules("us", store.rules().journal(), Map.of("1", lists)), LocalDate.of(2026, 11, 30));

        assertThat(codes.byKind())
                .containsEntry(CodeKind.ACCOUNT, List.of("707000", "511200", "445712"))
                .containsEntry(CodeKind.BUSINESS_PARTNER, List.of("B2B01"))
                .containsEntry(CodeKind.TAX_CODE, List.of("FR20", "FR10"))
                .containsEntry(CodeKind.DIMENSION_VALUE, List.of("CARD"));
        assertThat(codes.settingsOf(CodeKind.ACCOUNT, "511200")).isEqualTo("channels.\"1\".tenders[0]");
        assertThat(codes.settingsOf(CodeKind.TAX_CODE, "FR10")).isEqualTo("channels.\"1\".tax[0]");
        assertThat(codes.settingsOf(CodeKind.BUSINESS_PARTNER, "B2B01"))
                .isEqualTo("channels.\"1\".customers.wholesale");
    }

    /** Of an order of now in the store's time zone, where it is still November, or of the first day. */
    @Test
    void asksForThePeriodOfTheFirstJournal() {
        MappingCheck check = with(store.rules()).begin("us");

        assertThat(questions(check))
                .filteredOn(question -> question.kind() == CodeKind.PERIOD)
                .singleElement()
                .extracting(question -> question.codes().get(0))
                .isEqualTo("2026-11-30");
        assertThat(MappedCodes.of(store.rules(), LocalDate.of(2026, 10, 1))
                        .byKind()
                        .get(CodeKind.PERIOD))
                .containsExactly("2026-11-01");
    }

    @Test
    void tellsWhatWasAnsweredInTimeAndHearsNothingLater() {
        MappingChecks checks = with(store.rules());
        MappingCheck check = checks.begin("us");
        CodeQuestion first = check.getQuestion();
        checks.answered(check, first, 200, found(first));

        List<PingCheck> told = checks.told(check);

        assertThat(told)
                .filteredOn(each -> each.name().startsWith("sage-x3-account:"))
                .hasSize(12)
                .allMatch(PingCheck::ok);
        assertThat(told)
                .filteredOn(each -> !each.ok())
                .containsExactly(
                        new PingCheck("sage-x3-mapping", false, "5 codes were not checked: no answer in time"));
        assertThat(check.isIncomplete()).isFalse();
        checks.answered(check, first, 200, found(first));
        checks.failed(check, new PingOutcome(null, new IllegalStateException()));
        assertThat(checks.told(check)).isEqualTo(told);
    }

    /** Sage has moved the nodes from one package to another. */
    @Test
    void asksTheOtherPackageWhereX3HasNoSuchNode() {
        MappingChecks checks = with(store.rules());
        MappingCheck check = checks.begin("us");
        CodeQuestion first = check.getQuestion();
        checks.answered(check, first, 400, NO_SUCH_NODE);

        CodeQuestion second = check.getQuestion();
        assertThat(second.codes()).isEqualTo(first.codes());
        assertThat(((GraphqlRequest) second.request()).document()).contains("{ x3FinanceData { account { ");
        checks.answered(check, second, 200, found(second).replace("x3Finance", "x3FinanceData"));

        assertThat(check.getQuestion().kind()).isNotEqualTo(CodeKind.ACCOUNT);
        assertThat(checks.told(check))
                .filteredOn(each -> each.name().startsWith("sage-x3-account:"))
                .hasSize(12)
                .allSatisfy(each -> assertThat(each.detail()).endsWith(": Sage X3 has it"));
    }

    @Test
    void asksOneFurtherQuestionOfAKindAndSaysThatNothingCouldBeTold() {
        MappingChecks checks = with(store.rules());
        MappingCheck check = checks.begin("us");
        List<String> asked = new ArrayList<>();
        while (check.isIncomplete()) {
            CodeQuestion question = check.getQuestion();
            asked.add(question.where());
            checks.answered(check, question, 400, NO_SUCH_NODE);
        }

        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "node x3Finance.account",
                        "node x3FinanceData.account",
                        "node x3Finance.journal",
                        "node x3FinanceData.journal",
                        "node x3Finance.entryType",
                        "node x3FinanceData.entryType",
                        "node x3Finance.period",
                        "node x3FinanceData.period",
                        "node x3System.site");
        List<PingCheck> told = checks.told(check);
        assertThat(told)
                .filteredOn(each -> !each.ok())
                .singleElement()
                .satisfies(each -> assertThat(each)
                        .isEqualTo(new PingCheck(
                                "sage-x3-mapping",
                                false,
                                "Sage X3 could tell of none of 17 codes: see what it says of each, and set where the folder has"
                                        + " them in sage-x3.graphql.nodes or sage-x3.rest.classes")));
        assertThat(told)
                .filteredOn(each -> each.name().equals("sage-x3-account:411000"))
                .singleElement()
                .satisfies(each -> assertThat(each.detail())
                        .endsWith(
                                "can't tell: node x3FinanceData.account: Cannot query field (nor has x3Finance one)"));
    }

    @Test
    void asksTheOtherPackageForTheRestOfAKindAtOnce() {
        MappingChecks checks = with(wide());
        MappingCheck check = checks.begin("us");
        checks.answered(check, check.getQuestion(), 400, NO_SUCH_NODE);

        assertThat(questions(check))
                .filteredOn(question -> question.kind() == CodeKind.ACCOUNT)
                .hasSize(10)
                .allMatch(question -> question.where().equals("node x3FinanceData.account"));
    }

    @Test
    void asksForABoundedNumberOfCodesInFewQuestions() {
        MappingChecks checks = with(wide());
        MappingCheck check = checks.begin("us");

        assertThat(questions(check))
                .filteredOn(question -> question.kind() == CodeKind.ACCOUNT)
                .hasSize(10);
        assertThat(checks.told(check))
                .contains(new PingCheck(
                        "sage-x3-mapping", true, "200 codes were not checked, being more than 500 of a kind"));
    }

    /** With 700 accounts. */
    private PostingRules wide() {
        Channel one = store.rules().channels().values().iterator().next();
        Map<String, Account> many = new HashMap<>();
        IntStream.range(0, 700).forEach(number -> many.put("account" + number, Account.of("A" + number)));
        Channel wide = new Channel(
                one.id(),
                one.name(),
                many,
                one.costOfGoods(),
                one.costOfGoodsOnRefund(),
                null,
                List.of(),
                List.of(),
                Map.of());
        return new PostingRules("us", store.rules().journal(), Map.of("1", wide));
    }

    private MappingChecks with(PostingRules rules) {
        return new MappingChecks(
                new Rules(Map.of("us", rules)),
                new Folders(Map.of("us", folder)),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new Words(new KnownSecrets()));
    }

    private static List<CodeQuestion> questions(MappingCheck check) {
        List<CodeQuestion> questions = new ArrayList<>();
        while (check.isIncomplete()) {
            CodeQuestion question = check.getQuestion();
            assertThat(question.request()).isInstanceOf(GraphqlRequest.class);
            questions.add(question);
            check.answered(List.of());
        }
        return questions;
    }

    private static String found(CodeQuestion question) {
        List<String> rows = question.codes().stream()
                .map(code -> "{\"node\":{\"code\":\"" + code + "\"}}")
                .toList();
        return "{\"data\":{\"x3Finance\":{\"account\":{\"query\":{\"edges\":[" + String.join(",", rows) + "]}}}}}";
    }
}
