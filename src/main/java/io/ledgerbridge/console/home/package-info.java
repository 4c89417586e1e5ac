/** The page Home: whether everything is in the ledger. */
@NullMarked
package io.ledgerbridge.console.home;

import org.jspecify.annotations.NullMarked;
