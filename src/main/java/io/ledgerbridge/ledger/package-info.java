/** Double entry and nothing else: money, lines and entries that guard themselves. */
@NullMarked
package io.ledgerbridge.ledger;

import org.jspecify.annotations.NullMarked;
