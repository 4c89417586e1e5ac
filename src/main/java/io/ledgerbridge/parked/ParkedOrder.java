package io.ledgerbridge.parked;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A parked order with what it comes to.
 *
 * @param currency null where it isn't known
 * @param amount what the ledger lacks of it, or has too much; null where BigCommerce was not read
 * @param tries failures in a row
 */
public record ParkedOrder(
        Parked order, @Nullable String currency, @Nullable BigDecimal amount, int tries) {}
