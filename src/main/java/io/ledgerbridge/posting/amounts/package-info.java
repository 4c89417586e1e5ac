/** Splits an order and its refunds into amounts by role, and makes the lines of them. */
@NullMarked
package io.ledgerbridge.posting.amounts;

import org.jspecify.annotations.NullMarked;
