/** What people write down about an order, and who looks after it. */
@NullMarked
package io.ledgerbridge.notes;

import org.jspecify.annotations.NullMarked;
