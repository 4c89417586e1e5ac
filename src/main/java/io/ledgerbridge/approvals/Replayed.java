package io.ledgerbridge.approvals;

/**
 * What became of orders that were to be worked again.
 *
 * @param orders so many are
 * @param skipped so many aren't: they were not parked, or are no longer
 */
public record Replayed(long orders, long skipped) {}
