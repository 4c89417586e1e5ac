package io.ledgerbridge.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decimal numbers from outside, bounded before anything is computed with them: 1E999999999 has few bytes, and gigabytes
 * as plain text. What is refused is told without its digits.
 */
public final class Decimals {

    /** The most digits before the point. */
    public static final int BEFORE = 15;

    /** The most digits behind it, but for zeros at the end. */
    public static final int BEHIND = 8;

    /** The longest text that is looked at. */
    private static final int LONGEST = 100;

    /** The most digits behind the point of a number that a sum of binary fractions makes. */
    private static final int NOISE = 25;

    /** How much of a number may be what is left of binary fractions. */
    private static final BigDecimal BINARY = new BigDecimal("1E-14");

    private Decimals() {}

    /**
     * The number that a text is.
     *
     * @throws NumberFormatException where it is none, or not within the bounds
     */
    public static BigDecimal read(String text) {
        if (text.length() > LONGEST) {
            throw beyond();
        }
        return bounded(new BigDecimal(text));
    }

    /**
     * The same number; a zero with at most {@link #BEHIND} digits.
     *
     * @throws NumberFormatException where it is not within the bounds
     */
    public static BigDecimal bounded(BigDecimal number) {
        if (number.signum() == 0) {
            return number.scale() >= 0 && number.scale() <= BEHIND ? number : BigDecimal.ZERO;
        }
        if (before(number) > BEFORE || number.precision() > LONGEST || behind(number) > BEHIND) {
            throw beyond();
        }
        return number;
    }

    /**
     * The same number, which somebody computed in binary fractions: {@code 53.040000000000006} is 53.04.
     *
     * @throws NumberFormatException where it is not within the bounds, also apart from that
     */
    public static BigDecimal boundedBinary(BigDecimal number) {
        boolean noisy = number.scale() > BEHIND && number.scale() <= NOISE && before(number) <= BEFORE;
        return noisy && isNoise(number) ? number : bounded(number);
    }

    private static boolean isNoise(BigDecimal number) {
        BigDecimal meant = number.setScale(BEHIND, RoundingMode.HALF_UP);
        BigDecimal noise = number.abs().multiply(BINARY);
        return number.subtract(meant).abs().compareTo(noise) <= 0;
    }

    private static long before(BigDecimal number) {
        return (long) number.precision() - number.scale();
    }

    /** Trailing zeros are only looked for in a number that has few digits. */
    private static long behind(BigDecimal number) {
        return number.scale() <= BEHIND
                ? number.scale()
                : number.stripTrailingZeros().scale();
    }

    private static NumberFormatException beyond() {
        return new NumberFormatException(
                "has more than %d digits before the point or %d behind it".formatted(BEFORE, BEHIND));
    }
}
