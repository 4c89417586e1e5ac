package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Works out an order's next refund from its figures and the refunds before it. */
final class RefundDesk {

    private final ShopOrder order;
    private final Figures figures;

    RefundDesk(ShopOrder order) {
        this.order = order;
        this.figures = order.figures();
    }

    Refund refund(RefundRequest request, Instant now, LongSupplier ids) {
        List<RefundItem> items = items(request);
        Amount exact = exact(request, items);
        BigDecimal tax = figures.rounded(before().plus(exact).tax()).subtract(taxBefore());
        BigDecimal total = figures.total(before().plus(exact)).subtract(order.refunded());
        if (request.everything) {
            tax = request.withoutTax ? BigDecimal.ZERO : figures.totalTax().subtract(taxBefore());
            total = figures.totalIncTax().subtract(order.refunded());
        } else if (request.override != null) {
            tax = exact.tax();
            total = exact.incTax();
        }
        if (total.signum() < 0) {
            throw new IllegalArgumentException("BigCommerce refunds nothing below zero: " + total);
        }
        return new Refund(
                ids.getAsLong(),
                order.id(),
                now,
                request.reason,
                total,
                tax,
                request.override != null,
                items,
                request.paymentsOf(total, order.cart.gateway).stream()
                        .map(payment -> payment.numbered(ids.getAsLong()))
                        .toList(),
                exact);
    }

    private List<RefundItem> items(RefundRequest request) {
        if (!request.everything) {
            return request.itemsOf(order);
        }
        BigDecimal left = figures.totalIncTax().subtract(order.refunded());
        return request.withoutTax ? List.of(RefundItem.amount("ORDER", order.id(), left)) : itemsLeft();
    }

    private Amount exact(RefundRequest request, List<RefundItem> items) {
        if (request.override != null) {
            return request.override;
        }
        if (request.taxAdjustment != null) {
            return new Amount(BigDecimal.ZERO, request.taxAdjustment);
        }
        return Amount.sum(items.stream().map(this::exact));
    }

    private Amount exact(RefundItem item) {
        return switch (item.type()) {
            case "PRODUCT" -> product(item);
            case "ORDER" -> new Amount(item.amount(), item.amount());
            case "FEE" ->
                Amount.entered(item.amount(), order.cart.taxRate(order.fee(item.itemId())), figures.inclusive());
            case "GIFT_WRAPPING" -> figures.service(wrapping(item));
            default -> figures.service(item.amount());
        };
    }

    private BigDecimal wrapping(RefundItem item) {
        return item.requestedAmount() == null ? order.item(item.itemId()).wrapping() : item.amount();
    }

    private Amount product(RefundItem refunded) {
        Item item = order.item(refunded.itemId());
        BigDecimal rate = order.cart.taxRate(item);
        if (refunded.requestedAmount() != null) {
            return Amount.entered(refunded.requestedAmount(), rate, figures.inclusive());
        }
        return figures.net(item)
                .times(refunded.units(), item.quantity())
                .plus(Amount.entered(refunded.adjustment(), rate, figures.inclusive()));
    }

    List<RefundItem> itemsLeft() {
        List<RefundItem> left = new ArrayList<>();
        for (Item item : order.cart.items) {
            int units = item.quantity() - unitsBefore(item);
            if (units > 0) {
                left.add(RefundItem.units(item.id(), units, BigDecimal.ZERO));
            }
            addLeft(left, "GIFT_WRAPPING", item.id(), item.wrapping());
        }
        addLeft(left, "SHIPPING", order.addressId(), order.cart.shipping);
        addLeft(left, "HANDLING", order.addressId(), order.cart.handling);
        order.cart.fees.stream().filter(Fee::onTop).forEach(fee -> addLeft(left, "FEE", fee.id(), fee.cost()));
        return left;
    }

    private void addLeft(List<RefundItem> left, String type, long itemId, BigDecimal whole) {
        BigDecimal rest = itemsBefore().stream()
                .filter(item -> item.type().equals(type) && item.itemId() == itemId)
                .map(RefundItem::amount)
                .reduce(whole, BigDecimal::subtract);
        if (rest.signum() > 0) {
            left.add(RefundItem.amount(type, itemId, rest));
        }
    }

    private int unitsBefore(Item item) {
        return itemsBefore().stream()
                .filter(before -> before.type().equals("PRODUCT") && before.itemId() == item.id())
                .mapToInt(RefundItem::units)
                .sum();
    }

    private List<RefundItem> itemsBefore() {
        return order.counting().stream()
                .flatMap(refund -> refund.items().stream())
                .toList();
    }

    private Amount before() {
        return Amount.sum(order.counting().stream().map(Refund::exact));
    }

    private BigDecimal taxBefore() {
        return order.counting().stream().map(Refund::totalTax).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
