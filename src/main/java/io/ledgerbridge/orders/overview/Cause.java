package io.ledgerbridge.orders.overview;

import io.ledgerbridge.queue.figures.NotInLedger;
import java.util.List;

/**
 * Why orders need a person, and what isn't in the ledger because of it.
 *
 * @param reason the code
 */
public record Cause(String reason, long orders, List<NotInLedger> amounts) {

    /** What isn't in the ledger because of any of some, by currency. */
    public static List<NotInLedger> together(List<Cause> causes) {
        return NotInLedger.together(causes.stream().flatMap(cause -> cause.amounts().stream()));
    }
}
