/** How an order becomes entries: pure functions over the order, its refunds, the settings and the books. */
@NullMarked
package io.ledgerbridge.posting;

import org.jspecify.annotations.NullMarked;
