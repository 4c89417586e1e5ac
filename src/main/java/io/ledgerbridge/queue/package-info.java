/**
 * The queue of due orders: marks, claims, leases, pauses, the events behind them, and how the work on an order
 * ends or is put off.
 */
@NullMarked
package io.ledgerbridge.queue;

import org.jspecify.annotations.NullMarked;
