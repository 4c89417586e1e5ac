package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Takes what an order comes to, as its gateways tell BigCommerce of it: every fourth order is paid at the second attempt, of
 * every third the settlement is told beside the purchase. What is on account is nobody's transaction.
 */
record Till(ShopOrder order, Instant now, LongSupplier ids) {

    void authorize() {
        order.paymentStatus = "authorized";
        add("authorization", "credit_card", order.cart.gateway, rest(), "ok");
    }

    /** Once: an order that is paid is not paid again. */
    void take(String event) {
        if (order.paymentStatus.equals("captured")) {
            return;
        }
        Cart cart = order.cart;
        add(event, "gift_certificate", "giftcertificate", cart.giftCertificate, "ok");
        add(event, "store_credit", "storecredit", cart.storeCredit, "ok");
        if (!cart.gateway.isEmpty()) {
            order.paymentStatus = "captured";
            charge(event, rest());
            cart.otherGateways.forEach((gateway, amount) -> add(event, "electronic_wallet", gateway, amount, "ok"));
        }
    }

    private void charge(String event, BigDecimal amount) {
        String gateway = order.cart.gateway;
        if (order.id() % 4 == 0) {
            add(event, "credit_card", gateway, amount, "error");
        }
        add(event, "credit_card", gateway, amount, "ok");
        if (order.id() % 3 == 0) {
            add("settled", "credit_card", gateway, amount, "ok");
        }
    }

    private BigDecimal rest() {
        BigDecimal others = order.cart.otherGateways.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return order.total()
                .subtract(order.cart.giftCertificate)
                .subtract(order.cart.storeCredit)
                .subtract(others);
    }

    private void add(String event, String method, String gateway, BigDecimal amount, String status) {
        if (amount.signum() == 0) {
            return;
        }
        boolean isFirst = status.equals("error") || event.equals("authorization");
        String gatewayId = "%s|%d%s".formatted(gateway, order.id(), isFirst ? "a" : "b");
        order.transactions.add(
                new Transaction(ids.getAsLong(), event, method, gateway, gatewayId, amount, status, now));
    }
}
