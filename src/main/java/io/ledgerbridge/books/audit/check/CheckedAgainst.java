package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.books.audit.ChainKeys;

/**
 * What chains are checked against, and where it is noted.
 *
 * @param hasAnchors whether an anchor was made: since the first, every chain has a head
 */
record CheckedAgainst(ChainKeys keys, boolean hasAnchors, Findings findings) {}
