package io.ledgerbridge.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of one currency, at exactly the scale that the currency has (ISO 4217: USD 2, JPY 0, KWD 3).
 * Positive is a debit, negative a credit.
 */
public record Money(BigDecimal amount, Currency currency) {

    /** Decimals of a figure that is shown as it was given: BigCommerce has four. */
    private static final int FINEST = 4;

    public Money {
        if (amount.scale() != scaleOf(currency)) {
            throw new IllegalArgumentException("%s has %d decimals, not %d: %s"
                    .formatted(currency, scaleOf(currency), amount.scale(), amount.toPlainString()));
        }
    }

    public static Money zero(Currency currency) {
        return exactly(BigDecimal.ZERO, currency);
    }

    /**
     * The amount at its currency's scale, where that loses nothing.
     *
     * @throws ArithmeticException where decimals would be lost
     */
    public static Money exactly(BigDecimal amount, Currency currency) {
        return new Money(amount.setScale(scaleOf(currency), RoundingMode.UNNECESSARY), currency);
    }

    /** The one place where an amount is rounded: half up, away from zero, to the currency's smallest unit. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        return new Money(amount.setScale(scaleOf(currency), RoundingMode.HALF_UP), currency);
    }

    /** That many of the currency's smallest units: 5 is USD 0.05 and JPY 5. */
    public static Money smallestUnits(int units, Currency currency) {
        return new Money(BigDecimal.valueOf(units, scaleOf(currency)), currency);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s is not %s".formatted(other.currency, currency));
        }
        return new Money(amount.add(other.amount), currency);
    }

    public Money minus(Money other) {
        return plus(other.negated());
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public Money abs() {
        return new Money(amount.abs(), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public int signum() {
        return amount.signum();
    }

    /** A figure as it was given, with its currency: at the currency's scale, and finer only where it is. */
    public static String shown(BigDecimal figure, String currency) {
        return currency + " " + digits(figure, currency);
    }

    /** Likewise, without the currency, which may be one that nobody knows. */
    public static String digits(BigDecimal figure, String currency) {
        int scale = decimals(currency);
        BigDecimal shown =
                figure.setScale(Math.max(FINEST, scale), RoundingMode.HALF_UP).stripTrailingZeros();
        return shown.setScale(Math.max(shown.scale(), scale), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** Whether it has more decimals than a currency's amounts. */
    public static boolean isFiner(BigDecimal amount, String currency) {
        return amount.stripTrailingZeros().scale() > decimals(currency);
    }

    /** How many a currency's amounts have; 2 where nobody knows it. */
    public static int decimals(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .findFirst()
                .map(Money::scaleOf)
                .orElse(2);
    }

    @Override
    public String toString() {
        return currency + " " + amount.toPlainString();
    }

    private static int scaleOf(Currency currency) {
        return Math.max(currency.getDefaultFractionDigits(), 0);
    }
}
