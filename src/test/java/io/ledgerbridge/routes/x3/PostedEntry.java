package io.ledgerbridge.routes.x3;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger, in X3's terms.
 *
 * @param number NUM, given by the counter; empty before it is posted
 * @param reference BPRVCR, or the property that a customer added to the GraphQL node
 */
public record PostedEntry(
        String folder,
        String type,
        String number,
        String site,
        String journal,
        LocalDate date,
        String currency,
        String reference,
        String description,
        List<Line> lines) {

    /**
     * One line.
     *
     * @param sign SNS: 1 debit, -1 credit
     */
    public record Line(
            String account,
            @Nullable String businessPartner,
            int sign,
            BigDecimal amount,
            String description,
            Map<String, String> dimensions) {

        /** The amount, positive for a debit. */
        public BigDecimal signed() {
            return sign < 0 ? amount.negate() : amount;
        }
    }

    PostedEntry numbered(String given) {
        return new PostedEntry(folder, type, given, site, journal, date, currency, reference, description, lines);
    }
}
