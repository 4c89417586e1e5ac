package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.amount;
import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.payment;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.posting.amounts.OrderFlag;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of the accounting rules, line for line. */
class WorkedExamplesTest {

    private final Settings settings = new Settings();

    @Test
    void example1PostsTheSampleOrder218() {
        assertThat(planned(sample218()))
                .containsExactly("BC218 2019-03-05: receivable 69.84 · discounts 9.24 · revenue -62.68"
                        + " · shipping -11.09 · sales-tax -5.31");
    }

    @Test
    void example1TakesTheDiscountOffRevenueWithoutItsAccount() {
        settings.accounts.remove("discounts");
        assertThat(planned(sample218()))
                .containsExactly(
                        "BC218 2019-03-05: receivable 69.84 · revenue -53.44 · shipping -11.09" + " · sales-tax -5.31");
    }

    @Test
    void example2PostsAnOrderWithEverything() {
        assertThat(planned(orderWithEverything()))
                .containsExactly("BC250 2026-10-31: receivable 123.05 · gift-certificates-redeemed 25.00"
                        + " · store-credit 10.00 · discounts 14.00 · revenue -140.00 · shipping -12.00"
                        + " · handling -3.00 · wrapping -5.00 · sales-tax -12.05");
    }

    @Test
    void example2PostsCostOfGoodsWhereTheChannelSaysSo() {
        settings.costOfGoods = Channel.CostOfGoods.POST;
        assertThat(planned(orderWithEverything()))
                .containsExactly("BC250 2026-10-31: receivable 123.05 · gift-certificates-redeemed 25.00"
                        + " · store-credit 10.00 · discounts 14.00 · revenue -140.00 · shipping -12.00"
                        + " · handling -3.00 · wrapping -5.00 · sales-tax -12.05"
                        + " · cost-of-goods 55.00 · inventory -55.00");
    }

    @Test
    void example3RefundsOneUnitAndSomeShipping() {
        Bookkeeping books = posted(orderWithEverything());
        assertThat(Bookkeeping.shown(books.work(orderWithEverything().refund(refundOfOneUnit()))))
                .containsExactly("BC250-R7 2026-11-03: receivable -53.04 · discounts -5.00 · revenue 50.00"
                        + " · shipping 4.00 · sales-tax 4.04");
    }

    @Test
    void example4RefundsTheRest() {
        Bookkeeping books = posted(orderWithEverything());
        books.work(orderWithEverything().refund(refundOfOneUnit()));
        assertThat(Bookkeeping.shown(books.work(
                        orderWithEverything().refund(refundOfOneUnit()).refund(refundOfTheRest()))))
                .containsExactly("BC250-R8 2026-11-03: receivable -70.01 · gift-certificates-redeemed -25.00"
                        + " · store-credit -10.00 · discounts -9.00 · revenue 90.00 · shipping 8.00"
                        + " · handling 3.00 · wrapping 5.00 · sales-tax 8.01");
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void example5AdjustsByWhatAnEditChanged() {
        settings.costOfGoods = Channel.CostOfGoods.POST;
        Bookkeeping books = posted(orderWithEverything());
        Shop edited = orderWithEverything().withoutProducts().product(1, "1", "50.00", "20.00");
        edited.product(2, "1", "40.00", "15.00").totals("109.33", "8.33");
        edited.coupon = new BigDecimal("9.00");
        edited.modified = Instant.parse("2026-11-04T12:00:00Z");
        assertThat(Bookkeeping.shown(books.work(edited)))
                .containsExactly("BC250-A1 2026-11-04: receivable -48.72 · discounts -5.00 · revenue 50.00"
                        + " · sales-tax 3.72 · cost-of-goods -20.00 · inventory 20.00");
    }

    @Test
    void example6MovesAnOrderThatIsConfirmedInTheNextMonth() {
        Shop pending = orderWithEverything();
        pending.status = 7;
        Bookkeeping books = posted(pending);
        books.told(Shop.status(2, "2026-11-02T12:00:00Z", 7, 11));
        assertThat(Bookkeeping.shown(books.work(orderWithEverything())))
                .containsExactly(
                        "BC250-V1 2026-10-31: receivable -123.05 · gift-certificates-redeemed -25.00"
                                + " · store-credit -10.00 · discounts -14.00 · revenue 140.00 · shipping 12.00"
                                + " · handling 3.00 · wrapping 5.00 · sales-tax 12.05",
                        "BC250-A1 2026-11-02: receivable 123.05 · gift-certificates-redeemed 25.00"
                                + " · store-credit 10.00 · discounts 14.00 · revenue -140.00 · shipping -12.00"
                                + " · handling -3.00 · wrapping -5.00 · sales-tax -12.05");
        assertThat(books.work(orderWithEverything()).journals()).isEmpty();
    }

    @Test
    void example7PostsYenWithoutDecimals() {
        Shop shop = new Shop().product(1, "1", "1980.0000", "0").totals("1980.0000", "0.0000");
        shop.currency = "JPY";
        assertThat(planned(shop)).containsExactly("BC250 2026-10-31: receivable 1980 · revenue -1980");
    }

    @Test
    void example8ReversesWhatRemainsAfterARefund() {
        settings.costOfGoods = Channel.CostOfGoods.POST;
        Bookkeeping books = posted(orderWithEverything());
        Shop cancelled = orderWithEverything().refund(refundOfOneUnit());
        books.work(cancelled);
        cancelled.status = 5;
        cancelled.modified = Instant.parse("2026-11-05T12:00:00Z");
        assertThat(Bookkeeping.shown(books.work(cancelled)))
                .containsExactly("BC250-V1 2026-11-05: receivable -70.01 · gift-certificates-redeemed -25.00"
                        + " · store-credit -10.00 · discounts -9.00 · revenue 90.00 · shipping 8.00"
                        + " · handling 3.00 · wrapping 5.00 · sales-tax 8.01"
                        + " · cost-of-goods -55.00 · inventory 55.00");
        assertThat(books.byAccount()).isEmpty();
    }

    @Test
    void example8bOwesWhatACancelledOrderKeepsAndThenGivesItBack() {
        settings.accounts.put("refunds-owed", "419800");
        Bookkeeping books = posted(orderWithEverything());
        Shop cancelled = orderWithEverything().refund(refundOfOneUnit());
        books.work(cancelled);
        cancelled.status = 5;
        cancelled.modified = Instant.parse("2026-11-05T12:00:00Z");
        Plan plan = books.work(cancelled);
        assertThat(Bookkeeping.shown(plan))
                .containsExactly("BC250-V1 2026-11-05: refunds-owed -105.01 · discounts -9.00 · revenue 90.00"
                        + " · shipping 8.00 · handling 3.00 · wrapping 5.00 · sales-tax 8.01");
        assertThat(plan.flags())
                .extracting(OrderFlag::detail)
                .containsExactly("the order is cancelled, and USD 105.01 that was paid is not given back");
        assertThat(Bookkeeping.shown(books.work(cancelled.refund(refundOfTheRest()))))
                .containsExactly("BC250-R8 2026-11-03: receivable -70.01 · gift-certificates-redeemed -25.00"
                        + " · store-credit -10.00 · refunds-owed 105.01");
        assertThat(books.byAccount()).isEmpty();
        assertThat(books.work(cancelled).journals()).isEmpty();
    }

    @Test
    void example9RefundsACardPaymentToStoreCredit() {
        Bookkeeping books = posted(paidByCard());
        Shop refunded = paidByCard().refund(inFull(payment("storecredit", "158.05", false)));
        assertThat(Bookkeeping.shown(books.work(refunded)))
                .containsExactly("BC250-R1 2026-11-03: store-credit -158.05 · discounts -14.00 · revenue 140.00"
                        + " · shipping 12.00 · handling 3.00 · wrapping 5.00 · sales-tax 12.05");
        assertThat(books.byRole()).hasToString("{RECEIVABLE=158.05, STORE_CREDIT=-158.05}");
        refunded.status = 5;
        assertThat(books.work(refunded).journals()).isEmpty();
    }

    @Test
    void example10RefundsEveryTenderToStoreCredit() {
        Bookkeeping books = posted(orderWithEverything());
        Shop refunded = orderWithEverything().refund(inFull(payment("store_credit", "158.05", false)));
        assertThat(Bookkeeping.shown(books.work(refunded)))
                .containsExactly("BC250-R1 2026-11-03: store-credit -158.05 · discounts -14.00 · revenue 140.00"
                        + " · shipping 12.00 · handling 3.00 · wrapping 5.00 · sales-tax 12.05");
        assertThat(books.byRole())
                .hasToString("{RECEIVABLE=123.05, GIFT_CERTIFICATES_REDEEMED=25.00, STORE_CREDIT=-148.05}");
    }

    @Test
    void example11RefundsInTwoPartsByTwoTenders() {
        Bookkeeping books = posted(paidByCard());
        Shop shop = paidByCard().refund(first(payment("storecredit", "53.04", false)));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R1 2026-11-03: store-credit -53.04 · discounts -5.00 · revenue 50.00"
                        + " · shipping 4.00 · sales-tax 4.04");
        shop.refund(refund(2, "105.01", "8.01", refundOfTheRest().items(), card("105.01")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250-R2 2026-11-03: receivable -105.01 · discounts -9.00 · revenue 90.00"
                        + " · shipping 8.00 · handling 3.00 · wrapping 5.00 · sales-tax 8.01");
        assertThat(books.byRole()).hasToString("{RECEIVABLE=53.04, STORE_CREDIT=-53.04}");
        shop.status = 5;
        assertThat(books.work(shop).journals()).isEmpty();
    }

    @Test
    void example12RefundsAnAmountWithoutItsTax() {
        Bookkeeping books = posted(paidByCard());
        Shop shop = paidByCard()
                .refund(refund(1, "158.05", "0.00", List.of(amount("ORDER", 250, "158.05")), card("158.05")));
        Plan plan = books.work(shop);
        assertThat(Bookkeeping.shown(plan))
                .containsExactly("BC250-R1 2026-11-03: receivable -158.05 · discounts -14.00 · revenue 152.05"
                        + " · shipping 12.00 · handling 3.00 · wrapping 5.00");
        assertThat(plan.flags())
                .containsExactly(new OrderFlag(OrderFlag.Kind.TAX_NOT_REFUNDED, "tax of USD 12.05 was not refunded"));
        assertThat(plan.flags()).extracting(OrderFlag::code).containsExactly("tax-not-refunded");
        assertThat(books.byRole()).hasToString("{REVENUE=12.05, SALES_TAX=-12.05}");
    }

    @Test
    void example13KeepsAnOrderWhereItWasConfirmed() {
        Shop shop = twoStatuses(12);
        Bookkeeping books = posted(twoStatuses(11));
        books.told(Shop.status(1, "2027-01-03T12:00:00Z", 11, 12));
        Plan held = books.work(shop);
        assertThat(held.journals()).isEmpty();
        assertThat(held.flags()).extracting(OrderFlag::code).containsExactly("on-hold");
        books.told(Shop.status(2, "2027-01-04T12:00:00Z", 12, 11));
        assertThat(books.work(twoStatuses(11)).journals()).isEmpty();
        assertThat(books.journals).hasSize(1);
    }

    @Test
    void example13TakesBackWhatWaitsForItsPaymentAgain() {
        settings.recognition = JournalSettings.Recognition.ON_CONFIRMATION;
        Bookkeeping books = posted(twoStatuses(11));
        books.told(Shop.status(1, "2027-01-03T12:00:00Z", 11, 7));
        Plan waits = books.work(twoStatuses(7));
        assertThat(waits.decision()).isEqualTo(Decision.HOLD);
        assertThat(Bookkeeping.shown(waits))
                .containsExactly("BC250-V1 2027-01-03: receivable -108.25 · revenue 100.00 · sales-tax 8.25");
        books.told(Shop.status(2, "2027-01-04T12:00:00Z", 7, 11));
        assertThat(Bookkeeping.shown(books.work(twoStatuses(11))))
                .containsExactly("BC250-A1 2027-01-04: receivable 108.25 · revenue -100.00 · sales-tax -8.25");
        assertThat(books.work(twoStatuses(11)).journals()).isEmpty();
    }

    @Test
    void example14PutsTheReceivableOnItsWayOfPaying() {
        settings.tenders = Lists.TENDERS;
        Shop shop = orderWithEverything().paid("braintree", "123.05");
        Bookkeeping books = new Bookkeeping(settings);
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC250 2026-10-31: receivable Card 123.05 · gift-certificates-redeemed 25.00"
                        + " · store-credit 10.00 · discounts 14.00 · revenue -140.00 · shipping -12.00"
                        + " · handling -3.00 · wrapping -5.00 · sales-tax -12.05");
        shop.refund(refund(7, "53.04", "4.04", refundOfOneUnit().items(), payment("custom", "53.04", false)));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly(
                        "BC250-R7 2026-11-03: receivable Other refunds -53.04 · discounts -5.00 · revenue 50.00"
                                + " · shipping 4.00 · sales-tax 4.04");
        assertThat(books.byAccount())
                .containsEntry("USD 511200", new BigDecimal("123.05"))
                .containsEntry("USD 511900", new BigDecimal("-53.04"))
                .doesNotContainKey("USD 411000");
    }

    @Test
    void example15SplitsAFrenchOrderByRate() {
        settings.taxes = Lists.TAXES;
        assertThat(planned(french()))
                .containsExactly("BC250 2026-10-31: receivable 147.10 · revenue FR055 -20.00 · revenue FR20 -100.00"
                        + " · shipping FR20 -5.00 · sales-tax FR055 -1.10 · sales-tax FR20 -21.00");
    }

    @Test
    void example16SplitsItsDiscountToo() {
        settings.taxes = Lists.TAXES;
        assertThat(planned(frenchWithCoupon()))
                .containsExactly("BC250 2026-10-31: receivable 132.99 · discounts FR055 2.00 · discounts FR20 10.00"
                        + " · revenue FR055 -20.00 · revenue FR20 -100.00 · shipping FR20 -5.00"
                        + " · sales-tax FR055 -0.99 · sales-tax FR20 -19.00");
    }

    @Test
    void example17PostsTheRefundOfAnEarlierOrderAlone() {
        settings.start = LocalDate.parse("2026-11-01");
        settings.ofEarlierOrders = JournalSettings.RefundsOfEarlierOrders.POST;
        Shop shop = earlierOrder();
        Bookkeeping books = new Bookkeeping(settings);
        assertThat(books.work(shop).decision()).isEqualTo(Decision.IGNORE);
        shop.refund(refund(77, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
        assertThat(Bookkeeping.shown(books.work(shop)))
                .containsExactly("BC990-R77 2026-11-03: receivable -54.13 · revenue 50.00 · sales-tax 4.13");
        assertThat(books.work(shop).journals()).isEmpty();
        shop.status = 5;
        assertThat(Bookkeeping.parked(books.work(shop)).code()).isEqualTo("refund-of-earlier-order");
    }

    @Test
    void example17ParksOrIgnoresTheRefundAsTheSettingSays() {
        settings.start = LocalDate.parse("2026-11-01");
        Shop shop = earlierOrder().refund(refund(77, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
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
        Shop shop = earlierOrder().refund(refund(77, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
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
        Shop shop = earlierOrder().refund(refund(77, "54.13", "4.13", List.of(units(1, 1)), card("54.13")));
        books.setAside(77);
        assertThat(books.work(shop).reason()).isNull();
        shop.refunds.clear();
        shop.refund(refund(77, "54.13", "4.13", List.of(units(1, 1)), payment("card", "54.13", true)));
        assertThat(Bookkeeping.parked(books.work(shop)).code()).isEqualTo("changed-since-set-aside");
    }

    private static Shop earlierOrder() {
        Shop shop = new Shop().product(1, "2", "50.00", "0").totals("108.25", "8.25");
        shop.id = 990;
        shop.created = Instant.parse("2026-10-20T15:00:00Z");
        return shop;
    }

    private static Shop twoStatuses(int status) {
        Shop shop = new Shop().product(1, "1", "100.00", "0").totals("108.25", "8.25");
        shop.created = Instant.parse("2026-12-30T15:00:00Z");
        shop.status = status;
        return shop;
    }

    private static Shop paidByCard() {
        Shop shop = orderWithEverything();
        shop.giftCertificate = BigDecimal.ZERO;
        shop.storeCredit = BigDecimal.ZERO;
        return shop;
    }

    /** The items of example 3. */
    private static Refund first(Refund.Payment payment) {
        return refund(1, "53.04", "4.04", refundOfOneUnit().items(), payment);
    }

    private static Refund inFull(Refund.Payment payment) {
        return refund(
                1,
                "158.05",
                "12.05",
                List.of(
                        units(1, 2),
                        units(2, 1),
                        amount("SHIPPING", 1, "12.00"),
                        amount("HANDLING", 1, "3.00"),
                        amount("GIFT_WRAPPING", 1, "5.00")),
                payment);
    }

    private List<String> planned(Shop shop) {
        return Bookkeeping.shown(new Bookkeeping(settings).work(shop));
    }

    private Bookkeeping posted(Shop shop) {
        Bookkeeping books = new Bookkeeping(settings);
        assertThat(books.work(shop).journals()).hasSize(1);
        return books;
    }

    private static Shop sample218() {
        Shop shop = new Shop().product(1, "1", "62.6793", "0").totals("69.8400", "5.3100");
        shop.id = 218;
        shop.created = Instant.parse("2019-03-05T21:40:11Z");
        shop.shipping = new BigDecimal("11.0900");
        shop.discount = new BigDecimal("5.0000");
        shop.coupon = new BigDecimal("5.0000");
        return shop;
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
