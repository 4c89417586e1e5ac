package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.CannotPost;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was refunded, by role, at the order's prices without tax and before its discount. */
final class RefundItems {

    static final String PRODUCT = "PRODUCT";

    /** Smallest units of the currency by which a refunded unit's discount may miss the order's proportion. */
    private static final int TOLERANCE_A_UNIT = 5;

    private final Refund refund;
    private final OrderReading reading;
    private final Amounts ordered;
    private final boolean withTax;

    RefundItems(Refund refund, OrderReading reading, Amounts ordered) {
        this.refund = refund;
        this.reading = reading;
        this.ordered = ordered;
        this.withTax = reading.order().taxInclusive() && closesOnlyWithTax();
    }

    Amounts amounts() {
        Map<Role, Money> amounts = new EnumMap<>(Role.class);
        sums(withTax).forEach((role, sum) -> amounts.put(role, Money.rounded(sum, ordered.currency())));
        return new Amounts(ordered.currency(), amounts);
    }

    /** The cost of the units that came back, zero or more. */
    BigDecimal cost() {
        return refund.items().stream()
                .map(item -> product(item)
                        .map(product -> product.costPriceExTax().multiply(units(item)))
                        .orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Checks the discount that the totals leave against the order's proportion on the products refunded.
     *
     * @param left below zero where a discount is taken back
     * @throws CannotPost beyond five smallest units for each refunded unit
     */
    void checkDiscount(Money left) {
        Money tolerance = tolerance();
        BigDecimal expected = expectedDiscount(withTax);
        if (left.amount().subtract(expected).abs().compareTo(tolerance.amount()) > 0) {
            throw CannotPost.refundDiscountDiffers(refund, left.amount(), expected, tolerance);
        }
    }

    static Optional<OrderProduct> product(OrderReading reading, long item) {
        return reading.products().stream()
                .filter(product -> product.id() == item)
                .findFirst();
    }

    private Money tolerance() {
        return Money.smallestUnits(TOLERANCE_A_UNIT * refundedUnits(), ordered.currency());
    }

    private int refundedUnits() {
        return refund.items().stream()
                .mapToInt(item -> PRODUCT.equals(item.itemType()) ? units(item).intValue() : 1)
                .map(units -> Math.max(units, 1))
                .sum();
    }

    private BigDecimal expectedDiscount(boolean withTax) {
        Money revenue = ordered.of(Role.REVENUE);
        if (revenue.isZero()) {
            return BigDecimal.ZERO;
        }
        BigDecimal refunded = refund.items().stream()
                .filter(item -> PRODUCT.equals(item.itemType()) && role(item) == Role.REVENUE)
                .map(item -> amount(item, withTax))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return ordered.of(Role.DISCOUNTS).amount().multiply(refunded).divide(revenue.amount(), MathContext.DECIMAL64);
    }

    /** In a tax-inclusive store an amount asked for may hold its tax: it does where the totals close so and only so. */
    private boolean closesOnlyWithTax() {
        return closes(true) && !closes(false);
    }

    private boolean closes(boolean withTax) {
        return miss(withTax).compareTo(tolerance().amount()) <= 0;
    }

    private BigDecimal miss(boolean withTax) {
        BigDecimal given = sums(withTax).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return totalWithoutTax()
                .subtract(given)
                .subtract(expectedDiscount(withTax))
                .abs();
    }

    private BigDecimal totalWithoutTax() {
        return refund.totalAmount().subtract(refund.totalTax());
    }

    private Map<Role, BigDecimal> sums(boolean withTax) {
        Map<Role, BigDecimal> sums = new EnumMap<>(Role.class);
        for (Refund.Item item : refund.items()) {
            Role role = role(item);
            if (role != null) {
                sums.merge(role, amount(item, withTax), BigDecimal::add);
            }
        }
        return sums;
    }

    /** None for tax, which the refund's total tells. */
    private @Nullable Role role(Refund.Item item) {
        return switch (item.itemType()) {
            case PRODUCT ->
                product(item).filter(OrderProduct::isGiftCertificate).isPresent()
                        ? Role.GIFT_CERTIFICATES_SOLD
                        : Role.REVENUE;
            case "ORDER" -> Role.REVENUE;
            case "SHIPPING" -> Role.SHIPPING;
            case "HANDLING" -> Role.HANDLING;
            case "GIFT_WRAPPING" -> Role.WRAPPING;
            case "FEE" -> ordered.of(Role.FEES).isZero() ? Role.REVENUE : Role.FEES;
            case "TAX" -> null;
            default -> throw CannotPost.unknownRefundItem(refund, item.itemType());
        };
    }

    private BigDecimal amount(Refund.Item item, boolean withTax) {
        BigDecimal requested = item.requestedAmount();
        if (requested == null) {
            return product(item)
                    .map(product -> product.priceExTax().multiply(units(item)))
                    .orElse(BigDecimal.ZERO);
        }
        return withTax ? requested.multiply(shareWithoutTax(item), MathContext.DECIMAL64) : requested;
    }

    /** A product's own share, the whole of an order-level amount (BigCommerce: it carries no tax), else the refund's. */
    private BigDecimal shareWithoutTax(Refund.Item item) {
        if ("ORDER".equals(item.itemType())) {
            return BigDecimal.ONE;
        }
        return product(item)
                .filter(product -> product.totalIncTax().signum() != 0)
                .map(product -> share(product.totalExTax(), product.totalIncTax()))
                .orElseGet(() -> share(totalWithoutTax(), refund.totalAmount()));
    }

    private static BigDecimal share(BigDecimal withoutTax, BigDecimal withTax) {
        return withTax.signum() == 0 ? BigDecimal.ONE : withoutTax.divide(withTax, MathContext.DECIMAL64);
    }

    private Optional<OrderProduct> product(Refund.Item item) {
        Long id = item.itemId();
        return PRODUCT.equals(item.itemType()) && id != null ? product(reading, id) : Optional.empty();
    }

    private static BigDecimal units(Refund.Item item) {
        BigDecimal quantity = item.quantity();
        return quantity == null ? BigDecimal.ONE : quantity;
    }
}
