package io.ledgerbridge.books.audit.check;

/**
 * What the last reading knew of events.
 *
 * @param upTo the newest that it had
 * @param sha256 over all that it had
 */
record EventsRead(long upTo, String sha256) {}
