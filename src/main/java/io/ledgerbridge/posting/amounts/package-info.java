/** Splits an order and its refunds into the amounts of an entry. */
@NullMarked
package io.ledgerbridge.posting.amounts;

import org.jspecify.annotations.NullMarked;
