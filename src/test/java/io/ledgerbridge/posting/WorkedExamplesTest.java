package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.amount;
import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.payment;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.posting.amounts.OrderFlag;
import io.ledgerbridge.posting.rules.JournalSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the worked examples of docs/accounting.md say beside their lines, which DocumentedExamplesTest compares. */
class WorkedExamplesTest {

    private final Settings settings = new Settings();

    @Test
    void example2PostsNoCostOfGoodsUnlessTheChannelSaysSo() {
        assertThat(Bookkeeping.shown(new Bookkeeping(settings).work(orderWithEverything())))
                .containsExactly(documented("6", "BC250"));
        assertThat(documented("2, 3 and 4", "BC250")).startsWith(documented("6", "BC250"));
    }

    @Test
    void examples3And4LeaveNothingOnAnyAccountWithoutCostOfGoods() {
        Bookkeeping books = new Bookkeeping(settings);
        books.work(orderWithEverything());
        assertThat(Bookkeeping.shown(books.work(orderWithEverything().refund(refundOfOneUnit()))))
                .containsExactly(documented("2, 3 and 4", "BC250-R7"));
        assertThat(Bookkeeping.shown(books.work(
                        orderWithEverything().refund(refundOfOneUnit()).refund(refundOfTheRest()))))
                .containsExactly(documented("2, 3 and 4", "BC250-R8"));
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void example6NeedsItsTwoEntriesAtOnce() {
        assertThat(Bookkeeping.shown(WorkedLives.of("6").lastPlan()))
                .containsExactly(documented("6", "BC250-V1"), documented("6", "BC250-A1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "8b"})
    void example8LeavesNothingOnAnyAccount(String example) {
        assertThat(WorkedLives.of(example).books.byAccount()).isEmpty();
    }

    @Test
    void example8bFlagsWhatIsNotGivenBack() {
        Plan cancelled = WorkedLives.of("8b").plans.get(2);
        assertThat(Bookkeeping.shown(cancelled)).containsExactly(documented("8b", "BC250-V1"));
        assertThat(cancelled.flags())
                .extracting(OrderFlag::detail)
                .containsExactly("the order is cancelled, and USD 105.01 that was paid is not given back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "11"})
    void whatIsRefundedInFullIsNotTakenBackOnceMoreWhenItIsCancelled(String example) {
        WorkedLife life = WorkedLives.of(example);
        life.latest().status = 5;
        assertThat(life.read(life.latest()).lastPlan().journals()).isEmpty();
    }

    @Test
    void example12FlagsTheTaxThatWasNotRefunded() {
        Plan plan = WorkedLives.of("12").lastPlan();
        assertThat(plan.flags())
                .containsExactly(new OrderFlag(OrderFlag.Kind.TAX_NOT_REFUNDED, "tax of USD 12.05 was not refunded"));
        assertThat(plan.flags()).extracting(OrderFlag::code).containsExactly("tax-not-refunded");
    }

    @Test
    void example13KeepsAnOrderWhereItWasConfirmed() {
        Bookkeeping books = new Bookkeeping(settings);
        assertThat(Bookkeeping.shown(books.work(WorkedLives.twoStatuses(11))))
                .containsExactly(documented("13", "BC250"));
        books.told(Shop.status(1, "2027-01-03T12:00:00Z", 11, 12));
        Plan held = books.work(WorkedLives.twoStatuses(12));
        assertThat(held.journals()).isEmpty();
        assertThat(held.flags()).extracting(OrderFlag::code).containsExactly("on-hold");
        books.told(Shop.status(2, "2027-01-04T12:00:00Z", 12, 11));
        assertThat(books.work(WorkedLives.twoStatuses(11)).journals()).isEmpty();
        assertThat(books.journals).hasSize(1);
    }

    @Test
    void example13HoldsWhatWaitsForItsPaymentAgain() {
        Plan waits = WorkedLives.of("13").plans.get(1);
        assertThat(waits.decision()).isEqualTo(Decision.HOLD);
        assertThat(Bookkeeping.shown(waits)).containsExactly(documented("13", "BC250-V1"));
    }

    @Test
    void example14PutsTheReceivableOnTheAccountsOfItsWaysOfPaying() {
        assertThat(WorkedLives.of("14").books.byAccount())
                .containsEntry("USD 511200", new BigDecimal("123.05"))
                .containsEntry("USD 511900", new BigDecimal("-53.04"))
                .doesNotContainKey("USD 411000");
    }

    @Test
    void example17IgnoresTheOrderAndParksItsCancellation() {
        WorkedLife life = WorkedLives.of("17");
        assertThat(life.plans.get(0).decision()).isEqualTo(Decision.IGNORE);
        life.latest().status = 5;
        assertThat(Bookkeeping.parked(life.read(life.latest()).lastPlan()).code())
                .isEqualTo("refund-of-earlier-order");
    }

    @Test
    void example17ParksOrIgnoresTheRefundAsTheSettingSays() {
        settings.start = LocalDate.parse("2026-11-01");
        Shop shop = WorkedLives.earlierOrder().refund(refund(77, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
        assertThat(Bookkeeping.parked(new Bookkeeping(settings).work(shop)).detail())
                .isEqualTo("refund 77 of USD 54.13, and the order was created on 2026-10-20,"
                        + " before the store's start 2026-11-01");
        settings.ofEarlierOrders = JournalSettings.RefundsOfEarlierOrders.IGNORE;
        assertThat(new Bookkeeping(settings).work(shop).decision()).isEqualTo(Decision.IGNORE);
    }

    /** Read once after both, it is as if it had been read between the two. */
    @Test
    void theRefundOfAnEarlierOrderThatIsCancelledSinceIsPostedAndTheOrderParks() {
        settings.start = LocalDate.of(2026, 11, 1);
        settings.ofEarlierOrders = JournalSettings.RefundsOfEarlierOrders.POST;
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = WorkedLives.earlierOrder().refund(refund(77, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
        shop.status = 5;
        Plan plan = books.work(shop);
        assertThat(Bookkeeping.parked(plan).code()).isEqualTo("refund-of-earlier-order");
        assertThat(plan.journals()).hasSize(1);
        assertThat(books.work(shop).journals()).isEmpty();
    }

    @Test
    void theRefundOfAnEarlierOrderThatIsBookedByHandAndDeclinedLaterParks() {
        settings.start = LocalDate.of(2026, 11, 1);
        Bookkeeping books = new Bookkeeping(settings);
        Shop shop = WorkedLives.earlierOrder().refund(refund(77, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
        books.setAside(77);
        assertThat(books.work(shop).reason()).isNull();
        shop.refunds.clear();
        shop.refund(refund(77, "54.13", "4.13", List.of(units(1, 1)), payment("card", "54.13", true)));
        assertThat(Bookkeeping.parked(books.work(shop)).code()).isEqualTo("changed-since-set-aside");
    }

    private static String documented(String example, String reference) {
        return DocumentedExample.of(example).entry(reference);
    }

    /** Example 2. */
    static Shop orderWithEverything() {
        Shop shop = new Shop()
                .product(1, "2", "50.00", "20.00")
                .product(2, "1", "40.00", "15.00")
                .totals("158.05", "12.05");
        shop.coupon = new BigDecimal("14.00");
        shop.shipping = new BigDecimal("12.00");
        shop.handling = new BigDecimal("3.00");
        shop.wrapping = new BigDecimal("5.00");
        shop.giftCertificate = new BigDecimal("25.00");
        shop.storeCredit = new BigDecimal("10.00");
        return shop;
    }

    /** Example 15: prices with tax. */
    static Shop french() {
        Shop shop = new Shop();
        shop.currency = "EUR";
        shop.country = "FR";
        shop.taxInclusive = true;
        shop.products.add(Shop.product(
                1,
                "physical",
                BigDecimal.ONE,
                new BigDecimal("100.0000"),
                new BigDecimal("120.0000"),
                new BigDecimal("100.0000"),
                new BigDecimal("120.0000"),
                BigDecimal.ZERO));
        shop.products.add(Shop.product(
                2,
                "physical",
                BigDecimal.ONE,
                new BigDecimal("20.0000"),
                new BigDecimal("21.1000"),
                new BigDecimal("20.0000"),
                new BigDecimal("21.1000"),
                BigDecimal.ZERO));
        shop.subtotal = new BigDecimal("120.0000");
        shop.shipping = new BigDecimal("5.0000");
        shop.totals("147.1000", "22.1000");
        return shop.taxed(1, "20.0000", "20.0000")
                .taxed(2, "5.5000", "1.1000")
                .taxed("shipping", null, null, "20.0000", "VAT", "1.0000");
    }

    /** Example 16: the same with a coupon of 10 % on the goods. */
    static Shop frenchWithCoupon() {
        Shop shop = french();
        shop.coupon = new BigDecimal("14.1100");
        shop.totals("132.9900", "19.9900");
        shop.taxes.clear();
        return shop.taxed(1, "20.0000", "18.0000")
                .taxed(2, "5.5000", "0.9900")
                .taxed("shipping", null, null, "20.0000", "VAT", "1.0000");
    }

    /** Example 3. */
    static Refund refundOfOneUnit() {
        return refund(7, "53.04", "4.04", List.of(units(1, 1), amount("SHIPPING", 1, "4.00")), card("53.04"));
    }

    /** Example 4. */
    static Refund refundOfTheRest() {
        return refund(
                8,
                "105.01",
                "8.01",
                List.of(
                        units(1, 1),
                        units(2, 1),
                        amount("SHIPPING", 1, "8.00"),
                        amount("HANDLING", 1, "3.00"),
                        amount("GIFT_WRAPPING", 1, "5.00")),
                payment("giftcertificate", "25.00", false),
                payment("storecredit", "10.00", false),
                card("70.01"));
    }
}
