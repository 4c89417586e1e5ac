/** What Sage X3 has of an order and the books lack, as after a restored backup. */
@NullMarked
package io.ledgerbridge.posting.unbooked;

import org.jspecify.annotations.NullMarked;
