package io.ledgerbridge.settings;

import io.ledgerbridge.posting.rules.Code;
import io.ledgerbridge.posting.rules.TaxRow;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code tax.*}.
 *
 * @param country two letters, or {@code *} for any, which holds where it is missing
 * @param rate in per cent
 * @param name BigCommerce's name of the rate
 * @param any whether it is for every rate, with no further condition
 * @param code X3's tax code; none where it parks
 * @param account of the tax; that of {@code sales-tax} where it is missing
 * @param park whether an order with such a rate parks
 */
record TaxProperties(
        @Pattern(regexp = "[A-Z]{2}|\\*", message = "a country of two letters, such as FR, or *") @Nullable
        String country,

        @DecimalMin(value = "0", message = RATES) @DecimalMax(value = "100", message = RATES) @Nullable
        BigDecimal rate,

        @Nullable String name,
        boolean any,
        @Code(15) @Nullable String code,
        @Code(15) @Nullable String account,
        boolean park) {

    private static final String RATES = "a rate in per cent, from 0 to 100, such as 5.5";

    /** Whether it says for which rates it is. */
    boolean hasCondition() {
        return any || country != null || rate != null || name != null;
    }

    TaxRow row(String channel, Map<String, String> dimensions) {
        return new TaxRow(
                Objects.requireNonNullElse(country, TaxRow.ANY),
                rate,
                name,
                code,
                account == null ? null : AccountSetting.of(account).laidOver(channel, null, dimensions));
    }
}
