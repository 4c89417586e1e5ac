/** Ledger Bridge between a BigCommerce and a Sage X3 of its own, to look at and to test with. */
@NullMarked
package io.ledgerbridge.sandbox;

import org.jspecify.annotations.NullMarked;
