/** Notes about orders, and who looks after each. */
@NullMarked
package io.ledgerbridge.api.notes;

import org.jspecify.annotations.NullMarked;
