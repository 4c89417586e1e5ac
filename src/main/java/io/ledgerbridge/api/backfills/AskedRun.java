package io.ledgerbridge.api.backfills;

/**
 * A backfill, or a shadow one, that somebody asked for.
 *
 * @param isNew false where it was under way before
 */
record AskedRun(long id, boolean isNew) {}
