/** A Sage X3 to test against: its ways in, a ledger that refuses what X3 would, and faults on demand. */
@NullMarked
package io.ledgerbridge.sandbox.sagex3;

import org.jspecify.annotations.NullMarked;
