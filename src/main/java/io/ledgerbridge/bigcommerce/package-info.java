/** What BigCommerce says: orders, refunds, events; how its stores are set up, and which of our tasks there fail. */
@NullMarked
package io.ledgerbridge.bigcommerce;

import org.jspecify.annotations.NullMarked;
