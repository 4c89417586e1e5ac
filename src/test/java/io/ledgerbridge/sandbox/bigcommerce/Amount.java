package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;
import java.util.stream.Stream;

/** An amount without and with its tax, unrounded. */
public record Amount(BigDecimal exTax, BigDecimal incTax) {

    static final Amount ZERO = new Amount(BigDecimal.ZERO, BigDecimal.ZERO);

    /** From an amount as the store enters prices. */
    static Amount entered(BigDecimal amount, BigDecimal rate, boolean inclusive) {
        BigDecimal factor = BigDecimal.ONE.add(rate);
        return inclusive
                ? new Amount(Figures.divide(amount, factor), amount)
                : new Amount(amount, amount.multiply(factor));
    }

    static Amount sum(Stream<Amount> amounts) {
        return amounts.reduce(ZERO, Amount::plus);
    }

    BigDecimal tax() {
        return incTax.subtract(exTax);
    }

    Amount plus(Amount other) {
        return new Amount(exTax.add(other.exTax), incTax.add(other.incTax));
    }

    Amount minus(Amount other) {
        return new Amount(exTax.subtract(other.exTax), incTax.subtract(other.incTax));
    }

    /** That part of it. */
    Amount times(int part, int whole) {
        return new Amount(
                Figures.divide(exTax.multiply(BigDecimal.valueOf(part)), BigDecimal.valueOf(whole)),
                Figures.divide(incTax.multiply(BigDecimal.valueOf(part)), BigDecimal.valueOf(whole)));
    }
}
