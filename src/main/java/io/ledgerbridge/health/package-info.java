/** Health, metrics and the state of each store; what timers missed. */
@NullMarked
package io.ledgerbridge.health;

import org.jspecify.annotations.NullMarked;
