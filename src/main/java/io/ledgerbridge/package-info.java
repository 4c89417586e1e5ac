/** Ledger Bridge posts BigCommerce orders and refunds to the general ledger of Sage X3, once each. */
@NullMarked
package io.ledgerbridge;

import org.jspecify.annotations.NullMarked;
