package io.ledgerbridge.privacy;

/** An order that is still to be erased. */
record Due(String store, long order) {}
