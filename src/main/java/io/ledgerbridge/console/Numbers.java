package io.ledgerbridge.console;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes numbers as people of a language write them, never rounded and never abbreviated. */
@Component("numbers")
public class Numbers {

    /** As many as the database keeps. */
    private static final int MOST_DECIMALS = 4;

    private static final int USUAL_DECIMALS = 2;

    /**
     * An amount without its currency, with the decimals that the currency has, or more where the amount has more.
     *
     * @param amount null where it was not read: then nothing
     */
    public String amount(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(decimals(currency));
        format.setMaximumFractionDigits(Math.max(MOST_DECIMALS, amount.scale()));
        return format.format(amount);
    }

    /** How many there are of something. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    private static int decimals(@Nullable String currency) {
        try {
            return currency == null
                    ? USUAL_DECIMALS
                    : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return USUAL_DECIMALS;
        }
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
