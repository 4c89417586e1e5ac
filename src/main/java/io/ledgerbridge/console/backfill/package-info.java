/** The page Backfill: asks for the orders of past days, and shows how far that has come. */
@NullMarked
package io.ledgerbridge.console.backfill;

import org.jspecify.annotations.NullMarked;
