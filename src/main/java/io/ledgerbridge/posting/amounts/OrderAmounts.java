package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.CannotPost;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An order's amounts by role (accounting rules, "An order's lines"), with the discount apart and the cost of goods
 * always there. BigCommerce's figures keep their scale until a role's sum is rounded.
 */
public final class OrderAmounts {

    private final OrderReading reading;
    private final Order order;
    private final Currency currency;
    private final Money limit;

    /**
     * The amounts of an order as it was read.
     *
     * @param limit the largest difference that may be rounding
     */
    public OrderAmounts(OrderReading reading, Money limit) {
        this.reading = reading;
        this.order = reading.order();
        this.currency = limit.currency();
        this.limit = limit;
    }

    /**
     * All amounts of the order.
     *
     * @throws CannotPost where the shop's figures don't agree with each other
     */
    public Amounts all() {
        BigDecimal fees = feesOnTop();
        checkProducts(fees);
        checkTotals();
        checkWhatCloses(fees);
        Amounts lines = rounded(exact(fees));
        return lines.plus(closing(), lines.sum().negated()).plus(Goods.at(cost(), currency));
    }

    /** Whether the shop gave a discount, which then closes the entry. */
    public static boolean isDiscounted(Order order) {
        return order.discountAmount().signum() != 0 || order.couponDiscount().signum() != 0;
    }

    private Role closing() {
        return isDiscounted(order) ? Role.DISCOUNTS : Role.ROUNDING;
    }

    private Map<Role, BigDecimal> exact(BigDecimal fees) {
        Map<Role, BigDecimal> sums = new EnumMap<>(Role.class);
        sums.put(Role.RECEIVABLE, receivable());
        sums.put(Role.GIFT_CERTIFICATES_REDEEMED, order.giftCertificateAmount());
        sums.put(Role.STORE_CREDIT, order.storeCreditAmount());
        sums.put(Role.REVENUE, goodsSold().negate());
        sums.put(Role.GIFT_CERTIFICATES_SOLD, giftCertificatesSold().negate());
        sums.put(Role.SHIPPING, order.shippingExTax().negate());
        sums.put(Role.HANDLING, order.handlingExTax().negate());
        sums.put(Role.WRAPPING, order.wrappingExTax().negate());
        sums.put(Role.FEES, fees.negate());
        sums.put(Role.SALES_TAX, order.totalTax().negate());
        return sums;
    }

    private Amounts rounded(Map<Role, BigDecimal> sums) {
        Map<Role, Money> amounts = new EnumMap<>(Role.class);
        sums.forEach((role, sum) -> amounts.put(role, Money.rounded(sum, currency)));
        return new Amounts(currency, amounts);
    }

    private BigDecimal receivable() {
        return order.totalIncTax().subtract(order.giftCertificateAmount()).subtract(order.storeCreditAmount());
    }

    private BigDecimal goodsSold() {
        return sum(reading.products().stream()
                .filter(product -> !product.isGiftCertificate())
                .map(OrderProduct::totalExTax));
    }

    private BigDecimal giftCertificatesSold() {
        return sum(reading.products().stream()
                .filter(OrderProduct::isGiftCertificate)
                .map(OrderProduct::totalExTax));
    }

    private BigDecimal cost() {
        return sum(reading.products().stream()
                .map(product -> product.costPriceExTax().multiply(product.quantity())));
    }

    /** The fees, where the entry closes with them and not without; else they are in the products, or charged nowhere. */
    private BigDecimal feesOnTop() {
        BigDecimal fees = sum(order.fees().stream().map(OrderFee::costExTax));
        return closes(fees) && !closes(BigDecimal.ZERO) ? fees : BigDecimal.ZERO;
    }

    private boolean closes(BigDecimal fees) {
        BigDecimal left = netDiscount(fees);
        BigDecimal discounts = discounts();
        return left.compareTo(discounts.min(BigDecimal.ZERO).subtract(limit.amount())) >= 0
                && left.compareTo(discounts.max(BigDecimal.ZERO).add(limit.amount())) <= 0;
    }

    private BigDecimal netDiscount(BigDecimal fees) {
        return parts(fees).subtract(totalWithoutTax());
    }

    private BigDecimal parts(BigDecimal fees) {
        return sum(Stream.of(
                goodsSold(),
                giftCertificatesSold(),
                order.shippingExTax(),
                order.handlingExTax(),
                order.wrappingExTax(),
                fees));
    }

    private BigDecimal totalWithoutTax() {
        return order.totalIncTax().subtract(order.totalTax());
    }

    /** What the shop says that it took off, tax included: the most that the net discount can be. */
    private BigDecimal discounts() {
        return order.discountAmount().add(order.couponDiscount());
    }

    /** A subtotal may hold the fees that the products lack. */
    private void checkProducts(BigDecimal feesOnTop) {
        BigDecimal products = goodsSold().add(giftCertificatesSold());
        if (differ(products, order.subtotalExTax()) && differ(products.add(feesOnTop), order.subtotalExTax())) {
            throw CannotPost.productsDiffer(products, order.subtotalExTax(), limit);
        }
    }

    private void checkTotals() {
        if (differ(order.totalExTax(), totalWithoutTax())) {
            throw CannotPost.totalsDiffer(order, limit);
        }
    }

    private void checkWhatCloses(BigDecimal fees) {
        if (closes(fees)) {
            return;
        }
        throw isDiscounted(order)
                ? CannotPost.discountOutOfRange(netDiscount(fees), discounts(), order, limit)
                : CannotPost.unexplained(parts(fees), order, limit);
    }

    private boolean differ(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(limit.amount()) > 0;
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
