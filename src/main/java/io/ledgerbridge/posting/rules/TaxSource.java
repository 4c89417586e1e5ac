package io.ledgerbridge.posting.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * By which a tax is told to be of a code.
 *
 * @param country to which it was shipped, two letters; empty where nobody says
 * @param rate in per cent; zero of what bears no tax
 * @param name BigCommerce's name of the rate
 */
public record TaxSource(
        String country, BigDecimal rate, @Nullable String name) {

    /** As people read it: {@code 20 % "TVA" in FR}. */
    public String words() {
        return "%s %%%s in %s"
                .formatted(
                        rate.signum() == 0 ? "0" : rate.stripTrailingZeros().toPlainString(),
                        name == null || name.isBlank() ? "" : " \"" + name.strip() + "\"",
                        country.isBlank() ? "an unknown country" : country);
    }
}
