package io.ledgerbridge.orders.overview;

import java.time.Instant;

/**
 * An order that is under way.
 *
 * @param since when it was marked due
 */
public record Waiting(String store, long order, Instant since) {}
