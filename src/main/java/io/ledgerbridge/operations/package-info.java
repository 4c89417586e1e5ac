/** Wires the program together; pings and pauses of a store. */
@NullMarked
package io.ledgerbridge.operations;

import org.jspecify.annotations.NullMarked;
