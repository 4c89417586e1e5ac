/** Splits what is paid by way of paying, and what is sold by tax code, where an order's channel has lists of these. */
@NullMarked
package io.ledgerbridge.posting.splits;

import org.jspecify.annotations.NullMarked;
