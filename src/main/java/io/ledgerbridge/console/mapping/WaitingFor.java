package io.ledgerbridge.console.mapping;

/** How many orders of a store wait for what the mapping lacks. */
record WaitingFor(String store, String reason, long orders) {}
