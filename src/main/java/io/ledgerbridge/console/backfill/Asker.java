package io.ledgerbridge.console.backfill;

/**
 * Who asked for a run, and which link of the store's own chain tells it.
 *
 * @param before the number of the link before
 */
record Asker(String by, int before, int link) {}
