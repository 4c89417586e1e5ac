package io.ledgerbridge.orders;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Amounts as answers show them: with the decimals of their currency, and with more where there is more, never rounded. */
public final class AmountText {

    private static final int USUAL = 2;

    private AmountText() {}

    /** An amount; null where it isn't known. */
    public static @Nullable String of(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null ? null : shown(amount, currency);
    }

    private static String shown(BigDecimal amount, @Nullable String currency) {
        int needed = amount.signum() == 0 ? 0 : amount.stripTrailingZeros().scale();
        return amount.setScale(Math.max(decimals(currency), needed)).toPlainString();
    }

    private static int decimals(@Nullable String code) {
        try {
            return code == null ? USUAL : Math.max(Currency.getInstance(code).getDefaultFractionDigits(), 0);
        } catch (IllegalArgumentException unknown) {
            return USUAL;
        }
    }
}
