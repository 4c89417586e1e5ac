package io.ledgerbridge.readings;

import io.ledgerbridge.ledger.JournalLine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the lines of an order come to together, by all that Sage X3 is told of a line but its words. */
record OrderLines(Map<Place, BigDecimal> amounts) {

    private record Place(
            String account,
            String role,
            String currency,
            @Nullable String businessPartner,
            Map<String, String> dimensions,
            @Nullable String taxCode) {

        static Place of(JournalLine line) {
            return new Place(
                    line.account(),
                    line.role().label(),
                    line.amount().currency().getCurrencyCode(),
                    line.businessPartner(),
                    line.dimensions(),
                    line.taxCode());
        }
    }

    /** Where they come to nothing, there is nothing. */
    static OrderLines of(List<JournalLine> lines) {
        Map<Place, BigDecimal> amounts = new HashMap<>();
        lines.forEach(line -> amounts.merge(Place.of(line), line.amount().amount(), BigDecimal::add));
        amounts.values().removeIf(amount -> amount.signum() == 0);
        amounts.replaceAll((place, amount) -> amount.stripTrailingZeros());
        return new OrderLines(amounts);
    }
}
