package io.ledgerbridge.posting.explained;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What changed in an order from one reading to the next, each in a few words. */
record Edits(OrderReading before, OrderReading now, Sentences sentences) {

    private static final Map<String, Function<Order, BigDecimal>> AMOUNTS = new LinkedHashMap<>();

    static {
        AMOUNTS.put("shipping_cost_ex_tax", Order::shippingExTax);
        AMOUNTS.put("handling_cost_ex_tax", Order::handlingExTax);
        AMOUNTS.put("wrapping_cost_ex_tax", Order::wrappingExTax);
        AMOUNTS.put("discount_amount", Order::discountAmount);
        AMOUNTS.put("coupon_discount", Order::couponDiscount);
        AMOUNTS.put("gift_certificate_amount", Order::giftCertificateAmount);
        AMOUNTS.put("store_credit_amount", Order::storeCreditAmount);
        AMOUNTS.put("total_tax", Order::totalTax);
        AMOUNTS.put("total_inc_tax", Order::totalIncTax);
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        before.products().forEach(product -> changed(product).ifPresent(all::add));
        now.products().stream()
                .filter(product -> before.product(product.id()).isEmpty())
                .forEach(product -> all.add("product %d came in".formatted(product.id())));
        changed(all, "the status", Order::statusId);
        changed(all, "the channel", Order::channel);
        changed(all, "the currency", Order::currencyCode);
        changed(all, "payment_status", order -> String.valueOf(order.paymentStatus()));
        AMOUNTS.forEach((field, amount) -> amount(all, field, amount));
        payments(all);
        return all;
    }

    private Optional<String> changed(OrderProduct product) {
        OrderProduct later = now.product(product.id()).orElse(null);
        if (later == null) {
            return Optional.of("product %d was taken out".formatted(product.id()));
        }
        if (later.quantity().compareTo(product.quantity()) != 0) {
            return Optional.of("product %d went from %s to %s"
                    .formatted(product.id(), Sentences.plain(product.quantity()), Sentences.plain(later.quantity())));
        }
        return later.totalExTax().compareTo(product.totalExTax()) == 0
                ? Optional.empty()
                : Optional.of("product %d went from %s to %s without tax"
                        .formatted(
                                product.id(),
                                sentences.digits(product.totalExTax()),
                                sentences.digits(later.totalExTax())));
    }

    private void changed(List<String> all, String what, Function<Order, Object> value) {
        Object then = value.apply(before.order());
        Object later = value.apply(now.order());
        if (!Objects.equals(then, later)) {
            all.add("%s went from %s to %s".formatted(what, then, later));
        }
    }

    private void amount(List<String> all, String field, Function<Order, BigDecimal> amount) {
        BigDecimal then = amount.apply(before.order());
        BigDecimal later = amount.apply(now.order());
        if (then.compareTo(later) != 0) {
            all.add("%s went from %s to %s".formatted(field, sentences.digits(then), sentences.digits(later)));
        }
    }

    private void payments(List<String> all) {
        if (now.transactions().size() > before.transactions().size()) {
            all.add("%d more transactions are on record"
                    .formatted(now.transactions().size() - before.transactions().size()));
        }
        for (Refund refund : now.refunds()) {
            long declined = declined(refund);
            long then = before.refund(refund.id()).map(Edits::declined).orElse(0L);
            if (declined > then) {
                all.add("a payment of refund %s was declined".formatted(refund.name()));
            }
        }
    }

    private static long declined(Refund refund) {
        return refund.payments().stream().filter(Refund.Payment::declined).count();
    }
}
