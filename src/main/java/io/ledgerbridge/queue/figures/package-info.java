/** An order's figures as its row keeps them: what BigCommerce said at the last reading, and what the ledger holds. */
@NullMarked
package io.ledgerbridge.queue.figures;

import org.jspecify.annotations.NullMarked;
