/** Double entry: money, roles, lines, entries; and decimals as both sides write them. */
@NullMarked
package io.ledgerbridge.ledger;

import org.jspecify.annotations.NullMarked;
