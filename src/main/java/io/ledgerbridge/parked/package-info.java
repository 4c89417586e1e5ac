/** How orders stand, what is parked, previews, replays, and what people set aside. */
@NullMarked
package io.ledgerbridge.parked;

import org.jspecify.annotations.NullMarked;
