package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import io.ledgerbridge.posting.explained.ExplainedLine;
import io.ledgerbridge.posting.rules.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sentences of the worked examples say, word for word. */
class ExplainedSentencesTest {

    @Test
    void tellsWhatIsLeftAndTheTaxThatIsNotGivenBack() {
        assertThat(words(WorkedLives.of("12").books, "BC250-R1", Role.REVENUE))
                .isEqualTo(
                        "Revenue 152.05, debit: 2 × product 1 at 50.00 = 100.00, 1 × product 2 at 40.00 = 40.00 and"
                                + " sales tax that it doesn't give back 12.05. Refund 1 is the last, with which all of the order is"
                                + " given back, so it takes what is left, 140.00, and the 12.05 of tax that it doesn't give back.");
    }

    @Test
    void tellsAChangedCost() {
        Settings settings = new Settings();
        settings.costOfGoods = Channel.CostOfGoods.POST;
        Bookkeeping books = new Bookkeeping(settings);
        books.work(new Shop().product(1, "1", "50.00", "20.00").totals("50.00", "0.00"));
        books.work(new Shop().product(1, "1", "50.00", "25.00").totals("50.00", "0.00"));
        assertThat(words(books, "BC250-A1", Role.COST_OF_GOODS))
                .endsWith("Product 1's cost_price_ex_tax went from 20.00 to 25.00.");
    }

    @Test
    void tellsAChangedMapping() {
        Settings settings = new Settings();
        Bookkeeping books = new Bookkeeping(settings);
        books.work(WorkedExamplesTest.orderWithEverything());
        settings.changesAt("2026-10-01T00:00:00Z");
        settings.costOfGoods = Channel.CostOfGoods.POST;
        books.settings(settings);
        books.work(WorkedExamplesTest.orderWithEverything());
        assertThat(words(books, "BC250-A1", Role.COST_OF_GOODS)).endsWith("Mapping version 1 → 2.");
    }

    @Test
    void tellsThatARecordedRefundWasTakenBack() {
        Bookkeeping books = new Bookkeeping(new Settings());
        books.work(WorkedExamplesTest.orderWithEverything());
        books.recorded.add(new RecordedRefund(
                1, new BigDecimal("158.05"), new BigDecimal("12.05"), "card", LocalDate.parse("2026-11-05"), 0));
        books.work(WorkedExamplesTest.orderWithEverything());
        books.recorded.clear();
        books.work(WorkedExamplesTest.orderWithEverything());
        assertThat(words(books, "BC250-A1", Role.REVENUE)).endsWith("The recorded refund M1 was taken back.");
    }

    @Test
    void tellsWhatChangedSinceAnOrderWasSetAside() {
        Bookkeeping books = new Bookkeeping(new Settings());
        books.work(WorkedExamplesTest.orderWithEverything());
        books.setAside();
        books.work(WorkedExamplesTest.orderWithEverything());
        Shop shop = WorkedExamplesTest.orderWithEverything();
        shop.storeCredit = new BigDecimal("12.00");
        books.askDifference();
        books.work(shop);
        assertThat(words(books, "BC250-A1", Role.STORE_CREDIT))
                .endsWith(
                        "Store_credit_amount went from 10.00 to 12.00. The order was set aside; only what changed since is entered.");
    }

    @Test
    void tellsADiscountByCodeWithItsArithmetic() {
        assertThat(words(WorkedLives.of("16").books, "BC250", Role.DISCOUNTS))
                .isEqualTo(
                        "Discounts FR055 2.00, debit: the net discount 12.00 × 20.00 of product 2 ÷ 120.00 of all = 2.00,"
                                + " the part with tax code FR055.");
    }

    @Test
    void tellsADiscountThatAProductCarriesWithTax() {
        Settings settings = new Settings();
        settings.taxes = Lists.TAXES;
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = WorkedExamplesTest.frenchWithCoupon().carrying("2.11", "0");
        shop.products.add(shop.products.remove(0));
        books.work(shop.carrying("12.00", "0"));
        assertThat(Explained.of(books).getOrDefault("BC250", List.of()))
                .extracting(ExplainedLine::words)
                .contains("Discounts FR20 10.00, debit: what product 1 carries of the discount, 12.00 with tax ÷ 1.20 ="
                        + " 10.00, the part with tax code FR20.");
    }

    @Test
    void namesAStatusBesideItsNumber() {
        assertThat(words(WorkedLives.of("8").books, "BC250-V1", Role.REVENUE))
                .contains("The order is cancelled, status 5 (Cancelled)");
    }

    @Test
    void namesTheCustomersWaysOfPayingAsPeopleDo() {
        assertThat(words(WorkedLives.of("8b").books, "BC250-V1", Role.REFUNDS_OWED))
                .contains("what was paid into the receivable");
    }

    private static String words(Bookkeeping books, String reference, Role role) {
        return Explained.of(books).getOrDefault(reference, List.of()).stream()
                .filter(line -> line.line().role() == role)
                .findFirst()
                .orElseThrow()
                .words();
    }
}
