/** Lists of orders, with what they come to, and how all orders stand together. */
@NullMarked
package io.ledgerbridge.api.orders;

import org.jspecify.annotations.NullMarked;
