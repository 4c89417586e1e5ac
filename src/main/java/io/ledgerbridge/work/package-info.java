/** The queue of due orders: claims, leases, retries, sessions, and what follows when the work of one fails. */
@NullMarked
package io.ledgerbridge.work;

import org.jspecify.annotations.NullMarked;
