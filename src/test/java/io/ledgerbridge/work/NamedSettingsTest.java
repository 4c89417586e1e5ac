package io.ledgerbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.SampleJournals;
import io.ledgerbridge.posting.rules.TaxRow;
import io.ledgerbridge.posting.rules.TenderRow;
import io.ledgerbridge.settings.SettingsFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings that a refusal's words name, where a channel has lists. */
class NamedSettingsTest {

    private static final Map<String, String> NONE = Map.of();

    private final PostingRules example = Objects.requireNonNull(
                    SettingsFixture.example().read().stores().get("us"))
            .rules();
    private final PostingRules rules = new PostingRules(
            "us",
            example.journal(),
            Map.of("1", withLists(Objects.requireNonNull(example.channels().get("1")))));

    private static Channel withLists(Channel its) {
        Map<String, Account> accounts = Map.of(
                "receivable", new Account("411000", "WEB01", NONE, null),
                "revenue", new Account("707000", "WEB02", NONE, "FR05"));
        return new Channel(
                its.id(),
                its.name(),
                accounts,
                its.costOfGoods(),
                its.costOfGoodsOnRefund(),
                its.site(),
                List.of(
                        tender("Card", new Account("511200", "WEB01", NONE, null)),
                        tender("PayPal", new Account("511300", "PAYPAL", NONE, null)),
                        new TenderRow(List.of(), null, List.of(), TenderRow.Outcome.PARK, null, null)),
                List.of(
                        new TaxRow("FR", null, null, "FR20", null),
                        new TaxRow("*", null, null, "EXP0", null),
                        new TaxRow("*", null, null, null, null)),
                Map.of("wholesale", "B2B01", "press", "B2B02"));
    }

    private static TenderRow tender(String name, Account account) {
        return new TenderRow(List.of(), null, List.of(name), TenderRow.Outcome.ACCOUNT, name, account);
    }

    /** One with a line for each partner and code. */
    private Journal journal() {
        Journal sample = SampleJournals.of(rules).get(0);
        JournalLine first = sample.lines().get(0);
        List<JournalLine> lines = new ArrayList<>();
        for (String partner : List.of("WEB01", "WEB02", "PAYPAL", "B2B01", "GONE")) {
            lines.add(line(first.amount(), partner, null));
            lines.add(line(first.amount().negated(), partner, null));
        }
        for (String code : List.of("FR20", "EXP0", "FR05", "OLD")) {
            lines.add(line(first.amount(), null, code));
            lines.add(line(first.amount().negated(), null, code));
        }
        JournalEntry entry = sample.entry();
        JournalEntry ours = new JournalEntry(
                entry.reference(),
                entry.entryType(),
                entry.journalCode(),
                entry.site(),
                entry.accountingDate(),
                entry.currency(),
                entry.description(),
                lines);
        return Journal.counted(
                1, "us", 250, new JournalDraft(JournalKind.ORDER, null, "1", ours, List.of(), null), null);
    }

    private static JournalLine line(Money amount, @Nullable String partner, @Nullable String code) {
        return new JournalLine("999999", Purpose.of(Role.REVENUE), amount, "x", partner, NONE, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BPR WEB01: blocked | business partner WEB01 is channels.\"1\".business-partner",
                "BPR WEB02: blocked | business partner WEB02 is channels.\"1\".accounts.revenue.business-partner",
                "BPR PAYPAL: blocked | business partner PAYPAL is channels.\"1\".tenders[1].business-partner",
                "BPR B2B01: blocked | business partner B2B01 is channels.\"1\".customers.wholesale",
                "BPR GONE: blocked | business partner GONE is channels.\"1\".business-partner, or its account's",
                "TAX FR20: unknown | tax code FR20 is channels.\"1\".tax[0].code",
                "TAX EXP0: unknown | tax code EXP0 is channels.\"1\".tax[1].code",
                "TAX FR05: unknown | tax code FR05 is channels.\"1\".accounts.revenue.tax-code",
                "TAX OLD: unknown | tax code OLD is channels.\"1\".tax, or its account's",
                "documentDate: not authorized | header field documentDate is sent unless sage-x3.lacks has document-date",
                "BPRDATVCR: no such field | header field BPRDATVCR is sent unless sage-x3.lacks has document-date",
                "Field 'rateDate' is not defined | header field rateDate is sent unless sage-x3.lacks has rate-date",
                "RATDAT: no such field | header field RATDAT is sent unless sage-x3.lacks has rate-date",
                "REFINT: too long | header field REFINT is sent unless sage-x3.lacks has second-reference",
                "STA 2: Incorrect value | header field STA is sent unless sage-x3.lacks has status",
                "journalEntryStatus: read-only | header field journalEntryStatus is sent unless sage-x3.lacks has status"
            })
    void namesTheRowThatACodeComesFrom(String words, String named) {
        assertThat(NamedSettings.remedy(rules, journal(), words))
                .isEqualTo(
                        "Mend what X3 names, in X3 or in the store's settings: %s. Then work the order again.", named);
    }
}
