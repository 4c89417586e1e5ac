package io.ledgerbridge.posting;

import static io.ledgerbridge.posting.Shop.amount;
import static io.ledgerbridge.posting.Shop.card;
import static io.ledgerbridge.posting.Shop.payment;
import static io.ledgerbridge.posting.Shop.refund;
import static io.ledgerbridge.posting.Shop.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.posting.rules.Channel;
import java.math.BigDecimal;
import java.time.Instant;
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
