package io.ledgerbridge.privacy;

/**
 * How far the erasures of a store have come.
 *
 * @param asked the orders that were ever asked for
 * @param erased of them those that are done
 * @param waiting of them those that are not: it isn't their turn yet, or they are being posted
 */
public record ErasureProgress(String store, long asked, long erased, long waiting) {}
