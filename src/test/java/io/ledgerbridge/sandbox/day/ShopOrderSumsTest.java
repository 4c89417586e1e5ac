package io.ledgerbridge.sandbox.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.sandbox.bigcommerce.BigCommerceSandbox;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Discount;
import io.ledgerbridge.sandbox.bigcommerce.Fee;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.day.DayBooks.Shop;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the ledger should hold for an order, against accounting.md's worked examples. */
class ShopOrderSumsTest {

    private final TestClock clock = new TestClock("2026-10-31T15:00:00Z");
    private final BigCommerceSandbox sandbox = new BigCommerceSandbox(0, clock);
    private final Store store = sandbox.store("abc123");

    @AfterEach
    void close() {
        sandbox.close();
    }

    private long everything() {
        long id = store.place(
                        Cart.in("USD")
                                .taxRate("0.0825")
                                .with(Item.of("A", "Linen shirt", "50.00")
                                        .times(2)
                                        .costing("20.00"))
                                .with(Item.of("B", "Wool scarf", "40.00")
                                        .costing("15.00")
                                        .wrapped("5.00"))
                                .with(Discount.coupon("TEN", "10"))
                                .shipping("12.00")
                                .handling("3.00")
                                .payByGiftCertificate("25.00")
                                .payByStoreCredit("10.00"),
                        1)
                .id();
        store.pay(id);
        return id;
    }

    @Test
    void anOrderWithEverythingSumsToExample2() {
        assertThat(sums(everything(), 1))
                .isEqualTo(amounts(
                        "receivable:Card", "123.05",
                        "gift-certificates", "25.00",
                        "store-credit", "10.00",
                        "discounts", "14.00",
                        "revenue", "-140.00",
                        "shipping", "-12.00",
                        "handling", "-3.00",
                        "wrapping", "-5.00",
                        "sales-tax", "-12.05",
                        "cost-of-goods", "55.00",
                        "inventory", "-55.00"));
    }

    @Test
    void whatACardPaidStaysOnItsAccountWhenItIsPaidBackOutsideAsInExample14() {
        long id = everything();
        store.refund(id, RefundRequest.of().units("A", 1).shipping("4.00").by("custom"));
        assertThat(sums(id, 1))
                .containsEntry("receivable:Card", new BigDecimal("123.05"))
                .containsEntry("receivable:Other refunds", new BigDecimal("-53.04"))
                .containsEntry("revenue", new BigDecimal("-90.00"))
                .doesNotContainKey("receivable");
    }

    @Test
    void aFrenchOrderSumsByRateAsInExamples15And16() {
        store.taxInclusive();
        assertThat(french(french()))
                .isEqualTo(amounts(
                        "receivable", "147.10",
                        "revenue:FR20", "-100.00",
                        "revenue:FR055", "-20.00",
                        "shipping:FR20", "-5.00",
                        "sales-tax:FR20", "-21.00",
                        "sales-tax:FR055", "-1.10"));
        assertThat(french(french().with(Discount.coupon("DIX", "10"))))
                .isEqualTo(amounts(
                        "receivable", "132.99",
                        "discounts:FR20", "10.00",
                        "discounts:FR055", "2.00",
                        "revenue:FR20", "-100.00",
                        "revenue:FR055", "-20.00",
                        "shipping:FR20", "-5.00",
                        "sales-tax:FR20", "-19.00",
                        "sales-tax:FR055", "-0.99"));
    }

    @Test
    void giftCertificatesHaveNoCode() {
        store.taxInclusive();
        assertThat(french(french().with(Item.giftCertificate("50.00"))))
                .containsEntry("gift-certificates", new BigDecimal("-50.00"))
                .containsEntry("revenue:FR20", new BigDecimal("-100.00"))
                .containsEntry("revenue:FR055", new BigDecimal("-20.00"))
                .doesNotContainKey("revenue");
    }

    @Test
    void refundsOfAFrenchOrderTakeTheirProductsRates() {
        store.taxInclusive();
        assertThat(french(french(), RefundRequest.of().units("LIV", 1)))
                .isEqualTo(amounts(
                        "receivable", "126.00",
                        "revenue:FR20", "-100.00",
                        "shipping:FR20", "-5.00",
                        "sales-tax:FR20", "-21.00"));
        assertThat(french(french(), RefundRequest.wholeAmount()))
                .isEqualTo(amounts(
                        "revenue:FR20", "21.00",
                        "revenue:FR055", "1.10",
                        "sales-tax:FR20", "-21.00",
                        "sales-tax:FR055", "-1.10"));
    }

    private static Cart french() {
        return Cart.in("EUR")
                .taxRate("0.20")
                .with(Item.of("CHE", "Chemise", "120.00"))
                .with(Item.of("LIV", "Livre", "21.10").taxedAt("0.055"))
                .shipping("6.00")
                .to("FR");
    }

    private Map<String, BigDecimal> french(Cart cart, RefundRequest... refunds) {
        long id = store.place(cart, 2).id();
        store.pay(id);
        Stream.of(refunds).forEach(refund -> store.refund(id, refund));
        return nonZero(order(id).sums(DayBooks.channel(Shop.EU, 2, clock.instant())));
    }

    @Test
    void aPartialRefundTakesExample3Away() {
        long id = everything();
        store.refund(id, RefundRequest.of().units("A", 1).shipping("4.00"));
        assertThat(sums(id, 1))
                .isEqualTo(amounts(
                        "receivable:Card", "70.01",
                        "gift-certificates", "25.00",
                        "store-credit", "10.00",
                        "discounts", "9.00",
                        "revenue", "-90.00",
                        "shipping", "-8.00",
                        "handling", "-3.00",
                        "wrapping", "-5.00",
                        "sales-tax", "-8.01",
                        "cost-of-goods", "55.00",
                        "inventory", "-55.00"));
    }

    @Test
    void aFullRefundLeavesTheCostOfGoodsAloneAsExample4() {
        long id = everything();
        store.refund(id, RefundRequest.of().units("A", 1).shipping("4.00"));
        store.refund(
                id, RefundRequest.everythingLeft().toGiftCertificate("25.00").toStoreCredit("10.00"));
        assertThat(sums(id, 1)).isEqualTo(amounts("cost-of-goods", "55.00", "inventory", "-55.00"));
    }

    @Test
    void anEditLeavesExample5() {
        long id = everything();
        store.edit(id, cart -> cart.change("A", item -> item.times(1)));
        assertThat(sums(id, 1))
                .containsEntry("receivable:Card", new BigDecimal("74.33"))
                .containsEntry("discounts", new BigDecimal("9.00"))
                .containsEntry("revenue", new BigDecimal("-90.00"))
                .containsEntry("sales-tax", new BigDecimal("-8.33"))
                .containsEntry("cost-of-goods", new BigDecimal("35.00"));
    }

    @Test
    void aDeclinedRefundCountsForNothing() {
        long id = everything();
        Map<String, BigDecimal> before = sums(id, 1);
        store.declineRefund(store.refund(id, RefundRequest.everythingLeft()));
        assertThat(sums(id, 1)).isEqualTo(before);
    }

    @Test
    void feesCountWhereTheTotalHoldsThem() {
        Item shirt = Item.of("A", "Linen shirt", "50.00");
        long onTop = store.place(Cart.in("USD").with(shirt).with(Fee.onTop("Monogram", "4.00")), 3)
                .id();
        long inside = store.place(Cart.in("USD").with(shirt).with(Fee.inside("Recycling", "4.00")), 3)
                .id();
        assertThat(sums(onTop, 3)).isEqualTo(amounts("receivable", "54.00", "revenue", "-50.00", "fees", "-4.00"));
        assertThat(sums(inside, 3)).isEqualTo(amounts("receivable", "50.00", "revenue", "-50.00"));
    }

    @Test
    void thePublishedSampleOrderSumsToExample1() {
        store.serve("""
                {"id":218,"status_id":11,"date_created":"Tue, 05 Mar 2019 21:40:11 +0000",
                 "default_currency_code":"USD","shipping_cost_ex_tax":"11.0900","handling_cost_ex_tax":"0.0000",
                 "wrapping_cost_ex_tax":"0.0000","total_inc_tax":"69.8400","total_tax":"5.3100",
                 "discount_amount":"5.0000","coupon_discount":"5.0000","gift_certificate_amount":"0.0000",
                 "store_credit_amount":"0.0000"}""", """
                [{"id":1,"type":"physical","quantity":4,"total_ex_tax":"62.6793","cost_price_ex_tax":"0"}]""", "[]");
        assertThat(sums(218, 1))
                .isEqualTo(amounts(
                        "receivable", "69.84",
                        "discounts", "9.24",
                        "revenue", "-62.68",
                        "shipping", "-11.09",
                        "sales-tax", "-5.31"));
    }

    @Test
    void voidOldAndMigratedOrdersAreNotInTheLedger() {
        long id = everything();
        assertThat(order(id).inTheLedger(Shop.US)).isTrue();
        store.cameFrom(id, "M-MIG");
        assertThat(order(id).inTheLedger(Shop.US)).isFalse();

        long cancelled = everything();
        store.cancel(cancelled);
        assertThat(order(cancelled).inTheLedger(Shop.US)).isFalse();

        long unpaid = everything();
        store.orderUnpaid(unpaid);
        assertThat(order(unpaid).inTheLedger(Shop.US)).isTrue();
        assertThat(order(unpaid).inTheLedger(Shop.EU)).isFalse();

        // still 28 September in Chicago, already the 29th in Paris, from which day on orders are filled in
        clock.set(Instant.parse("2026-09-29T03:00:00Z"));
        long early = everything();
        assertThat(order(early).inTheLedger(Shop.US)).isFalse();
        assertThat(order(early).inTheLedger(Shop.EU)).isTrue();
    }

    private ShopOrderSums order(long id) {
        return ShopOrderSums.of(store, id);
    }

    private Map<String, BigDecimal> sums(long id, long channel) {
        Map<String, BigDecimal> sums = order(id).sums(DayBooks.channel(Shop.US, channel, clock.instant()));
        return nonZero(sums);
    }

    private static Map<String, BigDecimal> nonZero(Map<String, BigDecimal> sums) {
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    private static Map<String, BigDecimal> amounts(String... pairs) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (int pair = 0; pair < pairs.length; pair += 2) {
            amounts.put(pairs[pair], new BigDecimal(pairs[pair + 1]));
        }
        return amounts;
    }
}
