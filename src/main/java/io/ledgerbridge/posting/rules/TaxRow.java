package io.ledgerbridge.posting.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.bigcommerce.details.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of a channel's {@code tax}: which of BigCommerce's rates it is for, and the code and account that these get. All of
 * its conditions must hold.
 *
 * @param country ISO 3166, two letters, or {@code *} for any
 * @param rate in per cent; null for any
 * @param name BigCommerce's name of the rate; null for any
 * @param code X3's tax code; null where it parks
 * @param account of the tax; null for that of {@code sales-tax}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaxRow(
        String country,
        @Nullable BigDecimal rate,
        @Nullable String name,
        @Nullable String code,
        @Nullable Account account) {

    /** For any country. */
    public static final String ANY = "*";

    /** The same, whichever zeros the rate was written with. */
    public TaxRow {
        rate = rate == null ? null : rate.stripTrailingZeros();
    }

    boolean matches(TaxSource tax) {
        return (country.equals(ANY) || country.equalsIgnoreCase(tax.country()))
                && (rate == null || rate.compareTo(tax.rate()) == 0)
                && (name == null || Words.plain(name).equals(Words.plain(tax.name())));
    }
}
