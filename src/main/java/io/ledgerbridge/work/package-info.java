/** Works due orders: the workers, X3 sessions, retries, and what follows when the work of one fails. */
@NullMarked
package io.ledgerbridge.work;

import org.jspecify.annotations.NullMarked;
