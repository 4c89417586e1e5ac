package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.explained.Terms;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.ProductWords;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** How the net discount on one part of an order comes about. */
record DiscountOnPart(OrderReading reading, List<TaxedPart> parts, TaxedPart part) {

    private static final int DECIMALS = 8;

    /** The figure, with its arithmetic where it is a share, or carried with tax. */
    Terms terms() {
        return Terms.of(Phrase.of("name.discount-on", part.name(), part.amount()), part.discount(), words());
    }

    private Phrase words() {
        return Optional.ofNullable(part.product())
                .filter(product -> product.discount().signum() != 0)
                .flatMap(this::carried)
                .orElseGet(this::share);
    }

    private Optional<Phrase> carried(OrderProduct product) {
        Phrase what = Phrase.of("said.carried", ProductWords.named(product));
        if (isSame(part.discount(), product.discountExTax(false))) {
            return Optional.of(what);
        }
        return isSame(part.discount(), product.discountExTax(true))
                ? Optional.of(Phrase.of("said.carried-taxed", what, digits(product.discount()), untaxed(product)))
                : Optional.empty();
    }

    /** {@code ÷ 1.2}; where that has no end, by the product's amounts. */
    private Phrase untaxed(OrderProduct product) {
        BigDecimal ratio = product.totalIncTax().divide(product.totalExTax(), MathContext.DECIMAL128);
        return isSame(ratio, ratio.setScale(4, RoundingMode.HALF_UP))
                ? Phrase.of("said.divided", digits(ratio))
                : Phrase.of("said.times-divided", digits(product.totalExTax()), digits(product.totalIncTax()));
    }

    private Phrase share() {
        BigDecimal net = sum(parts, true);
        BigDecimal all =
                sum(parts.stream().filter(one -> one.role() == part.role()).toList(), false);
        boolean isInProportion = all.signum() != 0
                && isSame(part.discount(), net.multiply(part.amount()).divide(all, MathContext.DECIMAL128));
        return isInProportion
                ? Phrase.of("said.share-of-net", digits(net), digits(part.amount()), part.said(), digits(all))
                : Phrase.of("said.has-of-discount", part.said());
    }

    private static BigDecimal sum(List<TaxedPart> parts, boolean isDiscount) {
        return parts.stream()
                .map(one -> isDiscount ? one.discount() : one.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isSame(BigDecimal one, BigDecimal other) {
        return one.subtract(other).setScale(DECIMALS, RoundingMode.HALF_UP).signum() == 0;
    }

    private BigDecimal digits(BigDecimal figure) {
        return new BigDecimal(Money.digits(figure, reading.order().currencyCode()));
    }
}
