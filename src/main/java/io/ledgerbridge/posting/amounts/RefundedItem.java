package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One item of a refund, as far as the refund counts, beside the product of the order that it gives back, where it does.
 *
 * @param wrapping gift wrappings of the order
 */
record RefundedItem(
        CountedRefund refund,
        Refund.Item item,
        Order order,
        @Nullable OrderProduct product,
        Wrappings wrapping) {

    static final String PRODUCT = "PRODUCT";

    static RefundedItem of(CountedRefund refund, Refund.Item item, OrderReading reading, Amounts left) {
        Long id = item.itemId();
        OrderProduct product = id == null ? null : reading.product(id).orElse(null);
        return new RefundedItem(
                refund,
                item,
                reading.order(),
                product,
                new Wrappings(reading, left, refund.refund().items()));
    }

    boolean isProduct() {
        return PRODUCT.equals(item.itemType());
    }

    /** Of the units that came back, zero or more. */
    BigDecimal cost() {
        BigDecimal quantity = item.quantity();
        return !isProduct() || product == null || quantity == null
                ? BigDecimal.ZERO
                : product.costPriceExTax().multiply(refund.units(quantity));
    }

    private BigDecimal units() {
        BigDecimal quantity = item.quantity();
        return quantity == null ? BigDecimal.ONE : quantity;
    }

    /** What is no product counts as one unit, and so does less than one. */
    int countedUnits() {
        return isProduct() ? Math.max(units().intValue(), 1) : 1;
    }

    /** Of the order; null of a charge, and where the order has it no more. */
    @Nullable
    Long productLine() {
        boolean isOfProduct = isProduct() || Wrappings.GIFT_WRAPPING.equals(item.itemType());
        return isOfProduct && product != null ? product.id() : null;
    }

    /** None for tax, which the refund's total tells. */
    @Nullable
    Role role(Amounts ordered) {
        return switch (item.itemType()) {
            case PRODUCT -> product != null && product.isGiftCertificate() ? Role.GIFT_CERTIFICATES_SOLD : Role.REVENUE;
            case "ORDER" -> Role.REVENUE;
            case "SHIPPING" -> Role.SHIPPING;
            case "HANDLING" -> Role.HANDLING;
            case Wrappings.GIFT_WRAPPING -> Role.WRAPPING;
            case "FEE" -> ordered.of(Role.FEES).isZero() ? Role.REVENUE : Role.FEES;
            case "TAX" -> null;
            default -> throw RefundRefusals.unknownRefundItem(refund.refund(), item.itemType());
        };
    }

    /** @param withTax whether an amount that was asked for holds its tax */
    BigDecimal amount(boolean withTax) {
        BigDecimal requested = item.requestedAmount();
        if (requested == null) {
            return refund.counted(ofOrder());
        }
        return refund.counted(withTax ? requested.multiply(shareWithoutTax(), MathContext.DECIMAL128) : requested);
    }

    /** What was kept back of it; zero or less. */
    BigDecimal adjustments() {
        return refund.counted(
                item.adjustments().stream().map(Refund.Adjustment::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** @param holdsTax whether products' discounts hold the products' tax */
    BigDecimal discount(boolean holdsTax) {
        return !isProduct() || product == null || product.quantity().signum() == 0
                ? BigDecimal.ZERO
                : refund.counted(perUnit(product.discountExTax(holdsTax), product));
    }

    /** What is refunded by quantity has its amount from the order. */
    private BigDecimal ofOrder() {
        if (Wrappings.GIFT_WRAPPING.equals(item.itemType())) {
            return wrapping.of(product, item.quantity());
        }
        if (!isProduct() || product == null) {
            return BigDecimal.ZERO;
        }
        return product.quantity().signum() == 0
                ? product.priceExTax().multiply(units())
                : perUnit(product.totalExTax(), product);
    }

    private BigDecimal perUnit(BigDecimal all, OrderProduct sold) {
        return all.multiply(units()).divide(sold.quantity(), MathContext.DECIMAL128);
    }

    /**
     * Its own share, since a refund may be of several rates; all of an order-level amount (BigCommerce: it carries no tax);
     * else the refund's.
     */
    private BigDecimal shareWithoutTax() {
        return switch (item.itemType()) {
            case "ORDER" -> BigDecimal.ONE;
            case "SHIPPING" -> own(order.shippingExTax(), order.shippingIncTax());
            case "HANDLING" -> own(order.handlingExTax(), order.handlingIncTax());
            case Wrappings.GIFT_WRAPPING -> own(order.wrappingExTax(), order.wrappingIncTax());
            case PRODUCT -> product == null ? ofRefund() : own(product.totalExTax(), product.totalIncTax());
            case "FEE" -> fee();
            default -> ofRefund();
        };
    }

    private BigDecimal fee() {
        return order.fees().stream()
                .filter(fee -> Objects.equals(fee.id(), item.itemId()))
                .findFirst()
                .map(fee -> own(fee.costExTax(), fee.costExTax().add(fee.tax())))
                .orElseGet(this::ofRefund);
    }

    private BigDecimal own(BigDecimal withoutTax, BigDecimal withTax) {
        return withTax.signum() == 0 ? ofRefund() : share(withoutTax, withTax);
    }

    private BigDecimal ofRefund() {
        return share(refund.totalAmount().subtract(refund.totalTax()), refund.totalAmount());
    }

    private static BigDecimal share(BigDecimal withoutTax, BigDecimal withTax) {
        return withTax.signum() == 0 ? BigDecimal.ONE : withoutTax.divide(withTax, MathContext.DECIMAL128);
    }
}
