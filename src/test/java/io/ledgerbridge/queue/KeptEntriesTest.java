package io.ledgerbridge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.SetAside;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a row of {@code set_aside} keeps of the entries that would have been posted. */
class KeptEntriesTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void keepsEachLineWithItsWayOfPayingAndItsTaxCode() throws SQLException {
        JournalEntry entry = new JournalEntry(
                "BC250",
                "ODGEN",
                "SAL",
                "FR011",
                LocalDate.of(2026, 10, 31),
                USD,
                "BigCommerce order 250",
                List.of(
                        line(Purpose.paidBy("Card"), "10.00", null),
                        line(Purpose.taxed(Role.REVENUE, "FR20"), "-10.00", "FR20")));
        JournalDraft draft = new JournalDraft(JournalKind.ORDER, null, "1", entry, List.of(), 7L);
        SetAside.Kept kept = new SetAside.Kept("total 10", true, List.of(draft), Map.of(3L, "nothing"));
        assertThat(SetAsides.KEPT.read(SetAsides.KEPT.write(kept))).isEqualTo(kept);
    }

    @Test
    void readsWhatWasKeptBeforeLinesHadThese() throws SQLException {
        String before = """
                {"figures": "total 10", "isPlanned": true, "refunds": {}, "entries": [{"kind": "ORDER", "refund": null,
                 "channel": "1", "memo": [], "event": null, "originalDate": null, "entry": {"reference": "BC250",
                 "entryType": "ODGEN", "journalCode": "SAL", "site": "FR011", "accountingDate": [2026, 10, 31],
                 "currency": "USD", "description": "BigCommerce order 250", "lines": [
                 {"account": "411000", "role": "RECEIVABLE", "amount": {"amount": 10.00, "currency": "USD"},
                  "description": "d", "businessPartner": "WEB01", "dimensions": {"CCE1": "WEB"}},
                 {"account": "707000", "role": "REVENUE", "amount": {"amount": -10.00, "currency": "USD"},
                  "description": "d", "businessPartner": null, "dimensions": {}}]}}]}""";
        JournalEntry entry = SetAsides.KEPT.read(before).entries().get(0).entry();
        assertThat(entry.lines())
                .extracting(JournalLine::purpose)
                .containsExactly(Purpose.of(Role.RECEIVABLE), Purpose.of(Role.REVENUE));
        assertThat(entry.lines().get(0).businessPartner()).isEqualTo("WEB01");
        assertThat(entry.documentDate()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(entry.rateDate()).isEqualTo(LocalDate.of(2026, 10, 31));
    }

    private static JournalLine line(Purpose purpose, String amount, @Nullable String taxCode) {
        return new JournalLine(
                "411000",
                purpose,
                Money.exactly(new BigDecimal(amount), USD),
                "BigCommerce order 250",
                "WEB01",
                Map.of("CCE1", "WEB"),
                taxCode);
    }
}
