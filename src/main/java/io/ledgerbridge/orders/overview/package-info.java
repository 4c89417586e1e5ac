/** How all orders stand together: totals that add up, what keeps them up, and when those under way are done. */
@NullMarked
package io.ledgerbridge.orders.overview;

import org.jspecify.annotations.NullMarked;
