/** How orders stand, what is parked, previews, replays and dismissals. */
@NullMarked
package io.ledgerbridge.parked;

import org.jspecify.annotations.NullMarked;
