package io.ledgerbridge.api.orders;

import io.ledgerbridge.orders.AmountText;
import io.ledgerbridge.orders.overview.Cause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What isn't in the ledger, of the orders that need a person: {@code  (1204.50 EUR)}. */
record MissingText(List<Cause> causes) {

    String text() {
        List<String> parts = new ArrayList<>();
        amounts().forEach((currency, amount) -> parts.add(AmountText.of(amount, currency) + " " + currency));
        long notRead = all().stream().mapToLong(Cause.Missing::notRead).sum();
        if (notRead > 0) {
            parts.add("%,d not read".formatted(notRead));
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private Map<String, BigDecimal> amounts() {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (Cause.Missing missing : all()) {
            if (missing.currency() != null && missing.notRead() < missing.orders()) {
                amounts.merge(missing.currency(), missing.amount(), BigDecimal::add);
            }
        }
        return amounts;
    }

    private List<Cause.Missing> all() {
        return causes.stream().flatMap(cause -> cause.amounts().stream()).toList();
    }
}
