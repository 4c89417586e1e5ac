package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * The figures of an order and its parts, at BigCommerce's scale and without tax.
 *
 * @param limit the largest difference that may be rounding
 */
record OrderFigures(OrderReading reading, Money limit) {

    private Order order() {
        return reading.order();
    }

    /** What neither gift certificates nor store credit pay, tax included. */
    BigDecimal receivable() {
        return order().totalIncTax().subtract(order().giftCertificateAmount()).subtract(order().storeCreditAmount());
    }

    BigDecimal goodsSold() {
        return sum(reading.products().stream()
                .filter(product -> !product.isGiftCertificate())
                .map(OrderProduct::totalExTax));
    }

    BigDecimal giftCertificatesSold() {
        return sum(reading.products().stream()
                .filter(OrderProduct::isGiftCertificate)
                .map(OrderProduct::totalExTax));
    }

    BigDecimal products() {
        return goodsSold().add(giftCertificatesSold());
    }

    BigDecimal cost() {
        return sum(reading.products().stream()
                .map(product -> product.costPriceExTax().multiply(product.quantity())));
    }

    /** All but the discount. */
    BigDecimal sum(BigDecimal fees) {
        return sum(Stream.of(
                goodsSold(),
                giftCertificatesSold(),
                order().shippingExTax(),
                order().handlingExTax(),
                order().wrappingExTax(),
                fees));
    }

    BigDecimal totalWithoutTax() {
        return order().totalIncTax().subtract(order().totalTax());
    }

    /** What the parts are more than the total. */
    BigDecimal netDiscount(BigDecimal fees) {
        return sum(fees).subtract(totalWithoutTax());
    }

    /** What the shop says that it took off, tax included: the most that the net discount can be. */
    BigDecimal discounts() {
        return order().discountAmount().add(order().couponDiscount());
    }

    /** The fees, where the entry closes with them and not without; else they are in the products, or charged nowhere. */
    BigDecimal feesOnTop() {
        BigDecimal fees = sum(order().fees().stream().map(OrderFee::costExTax));
        return closes(fees) && !closes(BigDecimal.ZERO) ? fees : BigDecimal.ZERO;
    }

    boolean closes(BigDecimal fees) {
        BigDecimal left = netDiscount(fees);
        BigDecimal discounts = discounts();
        return left.compareTo(discounts.min(BigDecimal.ZERO).subtract(limit.amount())) >= 0
                && left.compareTo(discounts.max(BigDecimal.ZERO).add(limit.amount())) <= 0;
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
