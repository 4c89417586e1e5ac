package io.ledgerbridge.parked;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * By how much orders of one currency are not in the ledger.
 *
 * @param currency null of those whose currency isn't known
 * @param notRead how many BigCommerce was not read for: they are in no amount
 * @param amount what the ledger lacks of them, less what it has too much
 */
public record ParkedAmount(@Nullable String currency, long orders, long notRead, BigDecimal amount) {

    /** Two of the same currency. */
    public ParkedAmount plus(ParkedAmount other) {
        return new ParkedAmount(currency, orders + other.orders, notRead + other.notRead, amount.add(other.amount));
    }
}
