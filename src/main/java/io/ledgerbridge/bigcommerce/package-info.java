/** What the shop says: orders, products, refunds, events, their signatures, and how the shop is asked. */
@NullMarked
package io.ledgerbridge.bigcommerce;

import org.jspecify.annotations.NullMarked;
