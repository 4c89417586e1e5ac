package io.ledgerbridge.api.orders;

import io.ledgerbridge.orders.AmountText;
import io.ledgerbridge.orders.overview.Cause;
import io.ledgerbridge.queue.figures.NotInLedger;
import java.util.ArrayList;
import java.util.List;

/** What isn't in the ledger, of the orders that need a person: {@code  (1204.50 EUR)}. */
record MissingText(List<Cause> causes) {

    String text() {
        List<NotInLedger> all = Cause.together(causes);
        List<String> parts = new ArrayList<>(all.stream()
                .filter(one -> one.currency() != null && one.notRead() < one.orders())
                .map(one -> AmountText.of(one.amount(), one.currency()) + " " + one.currency())
                .toList());
        long notRead = all.stream().mapToLong(NotInLedger::notRead).sum();
        if (notRead > 0) {
            parts.add("%,d not read".formatted(notRead));
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }
}
