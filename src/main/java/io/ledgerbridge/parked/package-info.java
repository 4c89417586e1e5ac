/** How orders stand, what is parked, and replays. */
@NullMarked
package io.ledgerbridge.parked;

import org.jspecify.annotations.NullMarked;
