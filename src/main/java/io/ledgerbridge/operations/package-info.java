/** Wires the program together: HTTP clients, database, log; pings and pauses of a store. */
@NullMarked
package io.ledgerbridge.operations;

import org.jspecify.annotations.NullMarked;
