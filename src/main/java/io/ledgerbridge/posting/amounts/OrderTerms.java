package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.Terms;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.ProductWords;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * BigCommerce's figures of which an order's amounts are the sums, by role: what {@link OrderAmounts} adds up, one by one.
 *
 * @param fees those that are on top of the products
 */
record OrderTerms(OrderReading reading, BigDecimal fees) {

    /** @param amounts of the order, to which each role's figures sum once they are rounded */
    static Map<Role, Terms> of(OrderReading reading, Money limit, Amounts amounts) {
        OrderTerms terms = new OrderTerms(reading, new OrderFigures(reading, limit).feesOnTop());
        Map<Role, Terms> all = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Terms exact = terms.of(role);
            boolean isLeft = role == Role.DISCOUNTS || role == Role.ROUNDING;
            int rounded = isLeft ? amounts.byPurpose().size() : 1;
            all.put(role, exact.closing(amounts.of(role), rounded, Phrase.of("said.rounding-roles")));
        }
        return all;
    }

    private Order order() {
        return reading.order();
    }

    private Terms of(Role role) {
        return switch (role) {
            case RECEIVABLE ->
                figure("total_inc_tax", order().totalIncTax())
                        .plus(redeemed().negated())
                        .plus(credit().negated());
            case GIFT_CERTIFICATES_REDEEMED -> redeemed();
            case STORE_CREDIT -> credit();
            case REVENUE -> products(product -> !product.isGiftCertificate());
            case GIFT_CERTIFICATES_SOLD -> products(OrderProduct::isGiftCertificate);
            case SHIPPING ->
                figure("shipping_cost_ex_tax", order().shippingExTax().negate());
            case HANDLING ->
                figure("handling_cost_ex_tax", order().handlingExTax().negate());
            case WRAPPING ->
                figure("wrapping_cost_ex_tax", order().wrappingExTax().negate());
            case FEES -> fees.signum() == 0 ? Terms.NONE : ofFees();
            case SALES_TAX -> figure("total_tax", order().totalTax().negate());
            case DISCOUNTS -> order().isDiscounted() ? left() : Terms.NONE;
            case ROUNDING -> order().isDiscounted() ? Terms.NONE : left();
            case COST_OF_GOODS -> cost();
            case INVENTORY -> cost().negated();
            case REFUNDS_OWED -> Terms.NONE;
        };
    }

    private Terms redeemed() {
        return figure("gift_certificate_amount", order().giftCertificateAmount());
    }

    private Terms credit() {
        return figure("store_credit_amount", order().storeCreditAmount());
    }

    private Terms products(Predicate<OrderProduct> which) {
        return each((name, product) -> which.test(product)
                ? Terms.of(
                        name + ".total_ex_tax",
                        product.totalExTax().negate(),
                        Phrase.of(
                                "said.product",
                                plain(product.quantity()),
                                ProductWords.counted(product),
                                digits(product.priceExTax())))
                : Terms.NONE);
    }

    private Terms cost() {
        return each((name, product) -> Terms.of(
                "%s.quantity %s × cost_price_ex_tax %s"
                        .formatted(
                                name,
                                product.quantity().toPlainString(),
                                product.costPriceExTax().toPlainString()),
                product.quantity().multiply(product.costPriceExTax()),
                Phrase.of(
                        "said.product-cost",
                        plain(product.quantity()),
                        ProductWords.counted(product),
                        digits(product.costPriceExTax()))));
    }

    private Terms each(BiFunction<String, OrderProduct, Terms> terms) {
        List<OrderProduct> products = reading.products();
        return Terms.sum(IntStream.range(0, products.size())
                .mapToObj(place -> terms.apply("products[%d]".formatted(place), products.get(place))));
    }

    private Terms ofFees() {
        List<OrderFee> charged = order().fees();
        return Terms.sum(IntStream.range(0, charged.size())
                .mapToObj(place -> Terms.of(
                        "fees[%d].cost_ex_tax".formatted(place),
                        charged.get(place).costExTax().negate(),
                        Phrase.of("said.fee", charged.get(place).id()))));
    }

    /** What the parts are more than the total, both without tax. */
    private Terms left() {
        BigDecimal products =
                reading.products().stream().map(OrderProduct::totalExTax).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Terms.of("products[*].total_ex_tax", products, Phrase.of("said.products"))
                .plus(figure("shipping_cost_ex_tax", order().shippingExTax()))
                .plus(figure("handling_cost_ex_tax", order().handlingExTax()))
                .plus(figure("wrapping_cost_ex_tax", order().wrappingExTax()))
                .plus(Terms.of("fees[*].cost_ex_tax", fees, Phrase.of("said.fees")))
                .plus(figure("total_inc_tax", order().totalIncTax().negate()))
                .plus(figure("total_tax", order().totalTax()));
    }

    private static Terms figure(String field, BigDecimal value) {
        return Terms.of("order." + field, value, Phrase.verbatim(field));
    }

    private static BigDecimal plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros();
    }

    private BigDecimal digits(BigDecimal figure) {
        return new BigDecimal(Money.digits(figure, order().currencyCode()));
    }
}
