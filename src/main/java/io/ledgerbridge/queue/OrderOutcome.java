package io.ledgerbridge.queue;

/** The work on an order has ended, one way or the other; this event is published in the transaction that writes it. */
record OrderOutcome(String store, long order, Outcome outcome) {}
