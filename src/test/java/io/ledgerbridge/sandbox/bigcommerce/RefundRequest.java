package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a merchant asks to be refunded: by unit, by amount, all that is left, or by figures of their own. */
public final class RefundRequest {

    @Nullable
    Amount override;

    @Nullable
    BigDecimal taxAdjustment;

    boolean everything;
    boolean withoutTax;
    private @Nullable String provider;
    String reason = "";
    private final List<Function<ShopOrder, RefundItem>> items = new ArrayList<>();
    private final List<Refund.Payment> payments = new ArrayList<>();

    private RefundRequest() {}

    public static RefundRequest of() {
        return new RefundRequest();
    }

    /** Every unit and amount that earlier refunds have left, to the last coin. */
    public static RefundRequest everythingLeft() {
        RefundRequest request = of();
        request.everything = true;
        return request;
    }

    /** All that is left, as one amount that carries no tax. */
    public static RefundRequest wholeAmount() {
        RefundRequest request = everythingLeft();
        request.withoutTax = true;
        return request;
    }

    public RefundRequest units(String sku, int quantity) {
        return lessAdjustment(sku, quantity, "0");
    }

    /** Units, less a deduction such as a restocking fee ("-5.00"). */
    public RefundRequest lessAdjustment(String sku, int quantity, String adjustment) {
        return with(order -> RefundItem.units(order.item(sku).id(), quantity, new BigDecimal(adjustment)));
    }

    /** Units at an amount that the merchant gives. */
    public RefundRequest unitsFor(String sku, int quantity, String amount) {
        return with(order ->
                new RefundItem("PRODUCT", order.item(sku).id(), quantity, new BigDecimal(amount), BigDecimal.ZERO));
    }

    public RefundRequest wrapping(String sku) {
        return with(order -> RefundItem.amount(
                "GIFT_WRAPPING", order.item(sku).id(), order.item(sku).wrapping()));
    }

    /** The wrapping of all of it, without naming an amount. */
    public RefundRequest wrappingByQuantity(String sku) {
        return with(order -> RefundItem.wrapping(order.item(sku)));
    }

    public RefundRequest shipping(String amount) {
        return with(order -> RefundItem.amount("SHIPPING", order.addressId(), new BigDecimal(amount)));
    }

    public RefundRequest handling(String amount) {
        return with(order -> RefundItem.amount("HANDLING", order.addressId(), new BigDecimal(amount)));
    }

    public RefundRequest fee(String name) {
        return with(order ->
                RefundItem.amount("FEE", order.fee(name).id(), order.fee(name).cost()));
    }

    /** An amount that belongs to no item and carries no tax. */
    public RefundRequest orderAmount(String amount) {
        return with(order -> RefundItem.amount("ORDER", order.id(), new BigDecimal(amount)));
    }

    /** Tax given back, with no items. */
    public RefundRequest taxAdjustment(String amount) {
        taxAdjustment = new BigDecimal(amount);
        return this;
    }

    /** Totals of the merchant's own, unchecked. */
    public RefundRequest override(String totalAmount, String totalTax) {
        BigDecimal total = new BigDecimal(totalAmount);
        override = new Amount(total.subtract(new BigDecimal(totalTax)), total);
        return this;
    }

    public RefundRequest toStoreCredit(String amount) {
        return to("storecredit", amount);
    }

    public RefundRequest toGiftCertificate(String amount) {
        return to("giftcertificate", amount);
    }

    /** Whatever the request leaves open goes back by this, in place of the card. */
    public RefundRequest by(String providerId) {
        provider = providerId;
        return this;
    }

    /** Part of it by this gateway; whatever the request leaves open goes back to the order's own gateway. */
    public RefundRequest to(String providerId, String amount) {
        payments.add(Refund.Payment.of(providerId, new BigDecimal(amount)));
        return this;
    }

    public RefundRequest because(String why) {
        reason = why;
        return this;
    }

    private RefundRequest with(Function<ShopOrder, RefundItem> item) {
        items.add(item);
        return this;
    }

    List<RefundItem> itemsOf(ShopOrder order) {
        return items.stream().map(item -> item.apply(order)).toList();
    }

    /** The payments asked for, and the order's gateway for the rest; what was on account is given back outside. */
    List<Refund.Payment> paymentsOf(BigDecimal total, String gateway) {
        BigDecimal rest = payments.stream().map(Refund.Payment::amount).reduce(total, BigDecimal::subtract);
        List<Refund.Payment> all = new ArrayList<>(payments);
        if (rest.signum() != 0 || all.isEmpty()) {
            String usual = gateway.isEmpty() ? "custom" : gateway;
            all.add(Refund.Payment.of(Objects.requireNonNullElse(provider, usual), rest));
        }
        return all;
    }
}
