package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.event;
import static io.ledgerbridge.posting.Shop.payment;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static io.ledgerbridge.posting.WorkedExamplesTest.orderWithEverything;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.posting.amounts.OrderFlag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The accounting rules' list of the mistakes of other integrations, each as what happens here instead. */
class MistakesOthersMadeTest {

    private final Settings settings = new Settings();
    private final Bookkeeping books = new Bookkeeping(settings);
    private final Shop shop = new Shop().product(1, "2", "50.00", "20.00").totals("110.00", "10.00");

    @Test
    void aRefundThatListsAnExchangedItemTwiceTakesItsTotalOnce() {
        shop.refund(refund(7, "55.00", "5.00", List.of(units(1, 1), units(1, 1)), card("55.00")));
        assertThat(Bookkeeping.shown(books.work(shop)).get(1))
                .endsWith("receivable -55.00 · revenue 50.00 · sales-tax 5.00");
    }

    @Test
    void onADiscountedOrderARefundThatListsAnItemTwiceTakesItsTotalOnce() {
        Shop discounted = orderWithEverything()
                .refund(refund(7, "48.71", "3.71", List.of(units(1, 1), units(1, 1)), card("48.71")));
        Plan plan = books.work(discounted);
        assertThat(Bookkeeping.shown(plan).get(1))
                .endsWith("receivable -48.71 · discounts -10.00 · revenue 55.00 · sales-tax 3.71");
        assertThat(plan.flags())
                .extracting(OrderFlag::detail)
                .containsExactly("refund 7 is USD 45.00 less than its items are, which is revenue's");
    }

    @Test
    void theDiscountOfUnitsThatAnEditRemovedGoesWithThem() {
        books.work(orderWithEverything());
        Shop edited = orderWithEverything().withoutProducts().product(1, "1", "50.00", "20.00");
        edited.product(2, "1", "40.00", "15.00").totals("109.33", "8.33");
        edited.coupon = new BigDecimal("9.00");
        books.work(edited);
        assertThat(books.byAccount()).containsEntry("USD 709000", new BigDecimal("9"));
    }

    @Test
    void everyLineOfARefundIsInTheCurrencyThatTheShopperPaid() {
        shop.currency = "EUR";
        JournalDraft refund = books.work(shop.refund(refund(7, "55.00", "5.00", List.of(units(1, 1)), card("55.00"))))
                .journals()
                .get(1);
        assertThat(refund.entry().lines())
                .extracting(line -> line.amount().currency().getCurrencyCode())
                .containsOnly("EUR");
    }

    @Test
    void anAmountBelowZeroIsOwedAndNotHidden() {
        shop.storeCredit = new BigDecimal("150.00");
        assertThat(Bookkeeping.shown(books.work(shop)).get(0)).contains("receivable -40.00 · store-credit 150.00");
    }

    @Test
    void anEntryThatDoesNotCloseParksAndIsNotBalancedByForce() {
        Shop wrong = shop.totals("120.00", "10.00");
        assertThat(Bookkeeping.parked(books.work(wrong)).detail()).contains("no discount explains USD -10.00");
    }

    @Test
    void anEventDeliveredAgainUnderANewHashPostsNothing() {
        books.told(event(1, "created", "2026-10-31T15:00:00Z"));
        books.work(shop);
        books.told(event(2, "created", "2026-10-31T15:00:00Z"));
        assertThat(books.work(shop).journals()).isEmpty();
    }

    @Test
    void aRefundPostedWhileItsPaymentWasPendingIsTakenBackWhenItIsDeclined() {
        books.work(shop);
        var before = books.byAccount();
        books.work(shop.refund(refund(7, "55.00", "5.00", List.of(units(1, 1)), card("55.00"))));
        shop.refunds.set(0, refund(7, "55.00", "5.00", List.of(units(1, 1)), payment("braintree", "55.00", true)));
        books.work(shop);
        assertThat(books.byAccount()).isEqualTo(before);
    }

    @Test
    void anOrderOlderThanTheProjectIsNotPostedBesideTheManualBooks() {
        settings.start = LocalDate.parse("2026-11-01");
        Bookkeeping fromStart = new Bookkeeping(settings);
        fromStart.told(event(1, "updated", "2026-11-05T15:00:00Z"));
        assertThat(fromStart.work(shop).decision()).isEqualTo(Decision.IGNORE);
    }
}
