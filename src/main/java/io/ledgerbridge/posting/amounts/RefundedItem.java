package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One item of a refund, beside the product of the order that it gives back, where it does. */
record RefundedItem(
        Refund refund, Refund.Item item, @Nullable OrderProduct product) {

    static final String PRODUCT = "PRODUCT";

    static RefundedItem of(Refund refund, Refund.Item item, OrderReading reading) {
        Long id = item.itemId();
        OrderProduct product = PRODUCT.equals(item.itemType()) && id != null
                ? reading.product(id).orElse(null)
                : null;
        return new RefundedItem(refund, item, product);
    }

    boolean isProduct() {
        return PRODUCT.equals(item.itemType());
    }

    /** Zero or more. */
    BigDecimal cost() {
        return product == null ? BigDecimal.ZERO : product.costPriceExTax().multiply(units());
    }

    BigDecimal units() {
        BigDecimal quantity = item.quantity();
        return quantity == null ? BigDecimal.ONE : quantity;
    }

    /** What is no product counts as one unit, and so does less than one. */
    int countedUnits() {
        return isProduct() ? Math.max(units().intValue(), 1) : 1;
    }

    /** None for tax, which the refund's total tells. */
    @Nullable
    Role role(Amounts ordered) {
        return switch (item.itemType()) {
            case PRODUCT -> product != null && product.isGiftCertificate() ? Role.GIFT_CERTIFICATES_SOLD : Role.REVENUE;
            case "ORDER" -> Role.REVENUE;
            case "SHIPPING" -> Role.SHIPPING;
            case "HANDLING" -> Role.HANDLING;
            case "GIFT_WRAPPING" -> Role.WRAPPING;
            case "FEE" -> ordered.of(Role.FEES).isZero() ? Role.REVENUE : Role.FEES;
            case "TAX" -> null;
            default -> throw RefundRefusals.unknownRefundItem(refund, item.itemType());
        };
    }

    /** @param withTax whether an amount that was asked for holds its tax */
    BigDecimal amount(boolean withTax) {
        BigDecimal requested = item.requestedAmount();
        if (requested == null) {
            return product == null ? BigDecimal.ZERO : product.priceExTax().multiply(units());
        }
        return withTax ? requested.multiply(shareWithoutTax(), MathContext.DECIMAL64) : requested;
    }

    /** A product's own share, the whole of an order-level amount (BigCommerce: it carries no tax), else the refund's. */
    private BigDecimal shareWithoutTax() {
        if ("ORDER".equals(item.itemType())) {
            return BigDecimal.ONE;
        }
        return Optional.ofNullable(product)
                .filter(sold -> sold.totalIncTax().signum() != 0)
                .map(sold -> share(sold.totalExTax(), sold.totalIncTax()))
                .orElseGet(() -> share(refund.totalAmount().subtract(refund.totalTax()), refund.totalAmount()));
    }

    private static BigDecimal share(BigDecimal withoutTax, BigDecimal withTax) {
        return withTax.signum() == 0 ? BigDecimal.ONE : withoutTax.divide(withTax, MathContext.DECIMAL64);
    }
}
