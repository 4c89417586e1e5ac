package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.amount;
import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.posting.rules.JournalSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The accounting rules on document and rate dates. An order of 100.00 is entered at 31 October, and where it is edited it
 * comes to 120.00 on 9 November.
 */
class DatesAndRatesTest {

    private final Settings settings = new Settings();
    private final Shop shop = new Shop().product(1, "1", "100.00", "0").totals("100.00", "0.00");
    private final Bookkeeping books = new Bookkeeping(settings);

    @Test
    void anOrderBelongsToItsDateAndTakesTheRateOfThat() {
        assertThat(worked())
                .containsExactly("BC250 of 2026-10-31, rate of 2026-10-31: receivable 100.00 · revenue -100.00");
    }

    @Test
    void whatAClosedPeriodMovesStillBelongsToItsDateAndTakesTheRateOfItsAccountingDate() {
        JournalEntry moved =
                RollForward.of(books.work(shop).journals().get(0), 1).entry();
        assertThat(List.of(moved.accountingDate(), moved.documentDate(), moved.rateDate()))
                .containsExactly(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 1));
    }

    @Test
    void aCancellationTakesTheRateOfTheOrder() {
        worked();
        assertThat(cancelled("2026-11-18T12:00:00Z"))
                .containsExactly("BC250-V1 of 2026-11-18, rate of 2026-10-31: receivable -100.00 · revenue 100.00");
    }

    @Test
    void aCancellationOfAnEditedOrderIsOneReversalForEachRate() {
        edited();
        assertThat(cancelled("2026-11-18T12:00:00Z"))
                .containsExactly(
                        "BC250-V1 of 2026-11-18, rate of 2026-10-31: receivable -100.00 · revenue 100.00",
                        "BC250-V2 of 2026-11-18, rate of 2026-11-09: receivable -20.00 · revenue 20.00");
    }

    @Test
    void aCancellationTakesBackTheOrderAndItsRefundsTogether() {
        worked();
        shop.refund(refunded(1, "40.00", card("40.00")));
        worked();
        assertThat(cancelled("2026-11-18T12:00:00Z"))
                .containsExactly("BC250-V1 of 2026-11-18, rate of 2026-10-31: receivable -60.00 · revenue 60.00");
    }

    @Test
    void whereRefundsHaveTheirOwnRateACancellationIsOneReversalForTheirsToo() {
        settings.refundRate = JournalSettings.RefundRate.REFUND;
        Bookkeeping own = new Bookkeeping(settings);
        own.work(shop);
        own.work(shop.refund(refunded(1, "40.00", card("40.00"))));
        shop.status = 5;
        assertThat(shown(own.work(shop)))
                .containsExactly(
                        "BC250-V1 of 2026-10-31, rate of 2026-10-31: receivable -100.00 · revenue 100.00",
                        "BC250-V2 of 2026-10-31, rate of 2026-11-10: receivable 40.00 · revenue -40.00");
    }

    @Test
    void aCancellationAfterARefundToStoreCreditLeavesItsTendersAtTheOrdersRate() {
        edited();
        shop.refund(refunded(1, "50.00", payment("storecredit", "50.00", false)));
        worked();
        assertThat(cancelled("2026-11-18T12:00:00Z"))
                .containsExactly(
                        "BC250-V1 of 2026-11-18, rate of 2026-10-31: receivable -50.00 · revenue 50.00",
                        "BC250-V2 of 2026-11-18, rate of 2026-11-09: receivable -20.00 · revenue 20.00");
        assertThat(books.byAccount()).hasToString("{USD 411000=5E+1, USD 419200=-5E+1}");
    }

    @Test
    void whatIsOwedForACancelledOrderIsOwedAtTheOrdersRate() {
        settings.accounts.put("refunds-owed", "419800");
        Bookkeeping owing = new Bookkeeping(settings);
        owing.work(shop);
        edit();
        owing.work(shop);
        shop.status = 5;
        owing.told(Shop.status(7, "2026-11-18T12:00:00Z", 11, 5));
        assertThat(shown(owing.work(shop)))
                .containsExactly(
                        "BC250-V1 of 2026-11-18, rate of 2026-10-31: receivable 20.00 · refunds-owed -120.00 · revenue 100.00",
                        "BC250-V2 of 2026-11-18, rate of 2026-11-09: receivable -20.00 · revenue 20.00");
        assertThat(shown(owing.work(shop.refund(refunded(1, "120.00", card("120.00"))))))
                .containsExactly(
                        "BC250-R1 of 2026-11-10, rate of 2026-10-31: receivable -120.00 · refunds-owed 120.00");
    }

    @Test
    void aRefundTakesTheRateOfItsOrder() {
        worked();
        assertThat(refundedBy(refunded(1, "40.00", card("40.00"))))
                .containsExactly("BC250-R1 of 2026-11-10, rate of 2026-10-31: receivable -40.00 · revenue 40.00");
    }

    @Test
    void aRefundTakesItsOwnRateWhereTheSettingsSaySo() {
        settings.refundRate = JournalSettings.RefundRate.REFUND;
        Bookkeeping own = new Bookkeeping(settings);
        own.work(shop);
        assertThat(shown(own.work(shop.refund(refunded(1, "100.00", card("100.00"))))))
                .containsExactly("BC250-R1 of 2026-11-10, rate of 2026-11-10: receivable -100.00 · revenue 100.00");
        assertThat(shown(own.work(shop))).isEmpty();
    }

    @Test
    void aRefundOfAnEditedOrderTakesTheRateAtWhichItWasFirstEntered() {
        edited();
        assertThat(refundedBy(refunded(1, "40.00", card("40.00"))))
                .containsExactly("BC250-R1 of 2026-11-10, rate of 2026-10-31: receivable -40.00 · revenue 40.00");
    }

    /** The difference between the two rates is the edit's; the books agree, so nothing more is posted. */
    @Test
    void theLastRefundOfAnEditedOrderIsWholeAtTheRateAtWhichItWasFirstEntered() {
        edited();
        assertThat(refundedBy(refunded(1, "120.00", card("120.00"))))
                .containsExactly("BC250-R1 of 2026-11-10, rate of 2026-10-31: receivable -120.00 · revenue 120.00");
        assertThat(worked()).isEmpty();
    }

    @Test
    void aMoveTakesBackAtTheOldDatesRateAndEntersAtTheNewOnes() {
        shop.status = 7;
        worked();
        shop.status = 11;
        books.told(Shop.status(2, "2026-11-02T12:00:00Z", 7, 11));
        assertThat(worked())
                .containsExactly(
                        "BC250-V1 of 2026-10-31, rate of 2026-10-31: receivable -100.00 · revenue 100.00",
                        "BC250-A1 of 2026-11-02, rate of 2026-11-02: receivable 100.00 · revenue -100.00");
    }

    @Test
    void anOrderThatIsRestoredTakesTheRateOfThatDayAndSoDoItsRefunds() {
        worked();
        cancelled("2026-11-18T12:00:00Z");
        shop.status = 11;
        books.told(Shop.status(8, "2026-11-20T12:00:00Z", 5, 11));
        assertThat(worked())
                .containsExactly("BC250-A1 of 2026-11-20, rate of 2026-11-20: receivable 100.00 · revenue -100.00");
        assertThat(refundedBy(refunded(1, "40.00", card("40.00"))))
                .containsExactly("BC250-R1 of 2026-11-10, rate of 2026-11-20: receivable -40.00 · revenue 40.00");
    }

    @Test
    void aRefundOfAnOrderInTheManualBooksTakesTheRateOfThatOrder() {
        settings.start = LocalDate.of(2026, 11, 1);
        settings.ofEarlierOrders = JournalSettings.RefundsOfEarlierOrders.POST;
        assertThat(shown(new Bookkeeping(settings).work(shop.refund(refunded(1, "40.00", card("40.00"))))))
                .containsExactly("BC250-R1 of 2026-11-10, rate of 2026-10-31: receivable -40.00 · revenue 40.00");
    }

    /** Before there were rate dates, each entry had the rate of its accounting date. */
    @Test
    void whatWasPostedAtOtherRatesBeforeIsLeftAsItIs() {
        books.work(shop);
        Plan plan = books.work(shop.refund(refunded(1, "100.00", card("100.00"))));
        books.journals.remove(books.journals.size() - 1);
        books.post(asBefore(plan.journals().get(0)));
        assertThat(worked()).isEmpty();
        assertThat(cancelled("2026-11-18T12:00:00Z")).isEmpty();
    }

    private static JournalDraft asBefore(JournalDraft draft) {
        JournalEntry entry = draft.entry();
        return new JournalDraft(
                draft.kind(),
                draft.refund(),
                draft.channel(),
                new JournalEntry(
                        entry.reference(),
                        entry.entryType(),
                        entry.journalCode(),
                        entry.site(),
                        entry.accountingDate(),
                        entry.currency(),
                        entry.description(),
                        entry.lines()),
                draft.memo(),
                draft.event());
    }

    private List<String> worked() {
        return shown(books.work(shop));
    }

    private void edited() {
        worked();
        edit();
        worked();
    }

    private void edit() {
        shop.product(2, "1", "20.00", "0").totals("120.00", "0.00");
        shop.modified = Instant.parse("2026-11-09T12:00:00Z");
    }

    private List<String> cancelled(String at) {
        shop.status = 5;
        books.told(Shop.status(7, at, 11, 5));
        return worked();
    }

    private List<String> refundedBy(Refund refund) {
        shop.refund(refund);
        return worked();
    }

    /** By totals. */
    private static Refund refunded(long id, String total, Refund.Payment by) {
        return new Refund(
                id,
                250,
                OffsetDateTime.parse("2026-11-10T12:00:00Z"),
                new BigDecimal(total),
                BigDecimal.ZERO,
                List.of(amount("ORDER", 250, total)),
                List.of(by));
    }

    private static List<String> shown(Plan plan) {
        return plan.journals().stream()
                .map(journal -> "%s of %s, rate of %s: %s"
                        .formatted(
                                journal.entry().reference(),
                                journal.entry().documentDate(),
                                journal.entry().rateDate(),
                                Bookkeeping.shown(journal.entry().lines())))
                .collect(Collectors.toList());
    }
}
