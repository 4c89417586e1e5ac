/** Health, metrics and the state of each store. */
@NullMarked
package io.ledgerbridge.health;

import org.jspecify.annotations.NullMarked;
