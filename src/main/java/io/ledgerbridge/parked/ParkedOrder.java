package io.ledgerbridge.parked;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parked order with what it comes to.
 *
 * @param currency null where it isn't known
 * @param amount what the ledger lacks of it, or has too much; null where BigCommerce was not read
 * @param since when it was parked for its reason, however often it was worked meanwhile
 * @param tries failures in a row
 */
public record ParkedOrder(
        Parked order, @Nullable String currency, @Nullable BigDecimal amount, Instant since, int tries) {

    /** Of a row of due_order that is parked. */
    static final String SINCE = "coalesce(parked_since, settled_at)";
}
