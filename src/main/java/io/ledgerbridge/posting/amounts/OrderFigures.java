package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
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

    /** By tender, each rounded; what cents are lost so is the receivable's. */
    Amounts tenders() {
        Currency currency = limit.currency();
        return Amounts.none(currency)
                .plus(Role.RECEIVABLE, Money.rounded(receivable(), currency))
                .plus(Role.GIFT_CERTIFICATES_REDEEMED, Money.rounded(order().giftCertificateAmount(), currency))
                .plus(Role.STORE_CREDIT, Money.rounded(order().storeCreditAmount(), currency));
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

    /**
     * The fees, where they are on top of the products; else they are in them, or charged nowhere. The reading holds that
     * closes. Of two that do, the one holds whose net discount is nearer to what the shop says it took off; where either is
     * within the limit, they are on top.
     */
    BigDecimal feesOnTop() {
        BigDecimal fees = sum(order().fees().stream().map(OrderFee::costExTax));
        if (closes(fees) != closes(BigDecimal.ZERO)) {
            return closes(fees) ? fees : BigDecimal.ZERO;
        }
        BigDecimal onTop = missOfDiscount(fees);
        BigDecimal inside = missOfDiscount(BigDecimal.ZERO);
        boolean isOnTop = onTop.compareTo(inside) <= 0 || onTop.compareTo(limit.amount()) <= 0;
        return isOnTop ? fees : BigDecimal.ZERO;
    }

    /** By how much the net discount misses the stated one, as it is or without its tax. */
    private BigDecimal missOfDiscount(BigDecimal fees) {
        BigDecimal net = netDiscount(fees);
        return net.subtract(discounts())
                .abs()
                .min(net.subtract(discountsWithoutTax()).abs());
    }

    private BigDecimal discountsWithoutTax() {
        return order().totalIncTax().signum() == 0
                ? discounts()
                : discounts().multiply(order().totalExTax()).divide(order().totalIncTax(), MathContext.DECIMAL64);
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
