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
                        "receivable", "123.05",
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
    void aPartialRefundTakesExample3Away() {
        long id = everything();
        store.refund(id, RefundRequest.of().units("A", 1).shipping("4.00"));
        assertThat(sums(id, 1))
                .isEqualTo(amounts(
                        "receivable", "70.01",
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
                .containsEntry("receivable", new BigDecimal("74.33"))
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
        return new ShopOrderSums(
                store.orderJson(id).orElseThrow(), store.feesJson(id), store.productsJson(id), store.refundsJson(id));
    }

    private Map<String, BigDecimal> sums(long id, long channel) {
        Map<String, BigDecimal> sums = order(id).sums(DayBooks.channel(Shop.US, channel, clock.instant()));
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
