package io.ledgerbridge.sandbox.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.TestClock;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The figures of accounting.md's worked examples come out of what shoppers and merchants do. */
class WorkedExamplesTest {

    private final BigCommerceSandbox sandbox = new BigCommerceSandbox(0, new TestClock("2026-10-31T15:00:00Z"));
    private final Store store = sandbox.store("abc123");

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** Example 2. */
    static Cart everything() {
        return Cart.in("USD")
                .taxRate("0.0825")
                .with(Item.of("A", "Linen shirt", "50.00").times(2).costing("20.00"))
                .with(Item.of("B", "Wool scarf", "40.00").costing("15.00").wrapped("5.00"))
                .with(Discount.coupon("TEN", "10"))
                .shipping("12.00")
                .handling("3.00")
                .payByGiftCertificate("25.00")
                .payByStoreCredit("10.00");
    }

    @Test
    void anOrderWithEverythingHasTheFiguresOfExample2() {
        long id = store.place(everything(), 1).id();
        store.pay(id);
        JsonNode order = store.orderJson(id).orElseThrow();

        assertThat(money(order, "subtotal_ex_tax")).isEqualByComparingTo("140.00");
        assertThat(money(order, "shipping_cost_ex_tax")).isEqualByComparingTo("12.00");
        assertThat(money(order, "handling_cost_ex_tax")).isEqualByComparingTo("3.00");
        assertThat(money(order, "wrapping_cost_ex_tax")).isEqualByComparingTo("5.00");
        assertThat(money(order, "total_tax")).isEqualByComparingTo("12.05");
        assertThat(money(order, "total_ex_tax")).isEqualByComparingTo("146.00");
        assertThat(money(order, "total_inc_tax")).isEqualByComparingTo("158.05");
        assertThat(order.path("status_id").asInt()).isEqualTo(11);
        // as in the published examples, what is taken off holds tax: 14.00 and 8.25 % of it
        assertThat(money(order, "coupon_discount")).isEqualByComparingTo("15.1550");
    }

    @Test
    void twoRefundsHaveTheFiguresOfExamples3And4() {
        long id = store.place(everything(), 1).id();
        store.pay(id);

        Refund first = store.refund(id, RefundRequest.of().units("A", 1).shipping("4.00"));
        assertThat(first.totalAmount()).isEqualByComparingTo("53.04");
        assertThat(first.totalTax()).isEqualByComparingTo("4.04");
        assertThat(store.order(id).status).isEqualTo(Status.PARTIALLY_REFUNDED);

        Refund rest = store.refund(
                id, RefundRequest.everythingLeft().toGiftCertificate("25.00").toStoreCredit("10.00"));
        assertThat(rest.totalAmount()).isEqualByComparingTo("105.01");
        assertThat(rest.totalTax()).isEqualByComparingTo("8.01");
        assertThat(rest.payments())
                .extracting(Refund.Payment::amount)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("25"), new BigDecimal("10"), new BigDecimal("70.01"));
        assertThat(rest.items())
                .extracting(RefundItem::type)
                .containsExactly("PRODUCT", "PRODUCT", "GIFT_WRAPPING", "SHIPPING", "HANDLING");
        assertThat(store.order(id).status).isEqualTo(Status.REFUNDED);
    }

    @Test
    void anEditHasTheFiguresOfExample5() {
        long id = store.place(everything(), 1).id();
        store.pay(id);
        store.edit(id, cart -> cart.change("A", item -> item.times(1)));
        JsonNode order = store.orderJson(id).orElseThrow();

        assertThat(money(order, "subtotal_ex_tax")).isEqualByComparingTo("90.00");
        assertThat(money(order, "total_tax")).isEqualByComparingTo("8.33");
        assertThat(money(order, "total_inc_tax")).isEqualByComparingTo("109.33");
    }

    @Test
    void yenHaveNoDecimals() {
        long id = store.place(
                        Cart.in("JPY")
                                .taxRate("0.10")
                                .with(Item.of("A", "Scarf", "1985"))
                                .with(Discount.promotion("10")),
                        1)
                .id();
        JsonNode order = store.orderJson(id).orElseThrow();

        assertThat(money(order, "total_tax")).isEqualByComparingTo("179");
        assertThat(money(order, "total_ex_tax")).isEqualByComparingTo("1787");
        assertThat(money(order, "total_inc_tax")).isEqualByComparingTo("1966");
    }

    @Test
    void inATaxInclusiveStoreWhatHoldsTaxIsExact() {
        Store inclusive = sandbox.store("eu").taxInclusive();
        long id = inclusive
                .place(
                        Cart.in("EUR")
                                .taxRate("0.20")
                                .with(Item.of("A", "Shirt", "49.90"))
                                .shipping("6.00"),
                        1)
                .id();
        JsonNode order = inclusive.orderJson(id).orElseThrow();

        assertThat(order.path("is_tax_inclusive_pricing").asBoolean()).isTrue();
        assertThat(money(order, "subtotal_ex_tax")).isEqualByComparingTo("41.5833");
        assertThat(money(order, "shipping_cost_ex_tax")).isEqualByComparingTo("5.00");
        assertThat(money(order, "total_inc_tax")).isEqualByComparingTo("55.90");
        assertThat(money(order, "total_tax")).isEqualByComparingTo("9.32");
        assertThat(money(order, "total_ex_tax")).isEqualByComparingTo("46.58");
    }

    private static BigDecimal money(JsonNode json, String field) {
        assertThat(json.path(field).isTextual()).as(field + " is a string").isTrue();
        return new BigDecimal(json.path(field).textValue());
    }
}
