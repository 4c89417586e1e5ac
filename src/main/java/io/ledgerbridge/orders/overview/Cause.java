package io.ledgerbridge.orders.overview;

import io.ledgerbridge.queue.figures.NotInLedger;
import java.util.Comparator;
import java.util.List;

/**
 * Why orders need a person, and what isn't in the ledger because of it.
 *
 * @param reason the code
 */
public record Cause(String reason, long orders, List<NotInLedger> amounts) {

    /** By the highest amount of any currency, the highest first, as Needs you has them; then by their orders. */
    static final Comparator<Cause> BY_MONEY = Comparator.comparing((Cause cause) -> NotInLedger.most(cause.amounts()))
            .thenComparing(Cause::orders)
            .reversed()
            .thenComparing(Cause::reason);

    /** What isn't in the ledger because of any of some, by currency. */
    public static List<NotInLedger> together(List<Cause> causes) {
        return NotInLedger.together(causes.stream().flatMap(cause -> cause.amounts().stream()));
    }
}
