/** A day of an apparel distributor with three storefronts and a European store, and what the ledger should hold after it. */
@NullMarked
package io.ledgerbridge.sandbox.day;

import org.jspecify.annotations.NullMarked;
