/** Events kept, orders due, and the claims by which one worker at a time works an order. */
@NullMarked
package io.ledgerbridge.inbox;

import org.jspecify.annotations.NullMarked;
