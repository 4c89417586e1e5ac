/** Backfills that compute and compare, and post nothing. */
@NullMarked
package io.ledgerbridge.catchup.shadow;

import org.jspecify.annotations.NullMarked;
