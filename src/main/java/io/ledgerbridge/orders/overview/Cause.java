package io.ledgerbridge.orders.overview;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why orders need a person, and what isn't in the ledger because of it.
 *
 * @param reason the code
 */
public record Cause(String reason, long orders, List<Missing> amounts) {

    /**
     * What isn't in the ledger, of the orders of one currency.
     *
     * @param currency null where it isn't known
     * @param notRead how many of them were not read: what is missing of them is unknown
     * @param amount total less refunded less what the ledger holds, of the others
     */
    public record Missing(@Nullable String currency, long orders, long notRead, BigDecimal amount) {}
}
