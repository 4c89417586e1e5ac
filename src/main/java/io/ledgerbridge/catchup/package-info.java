/** Sweeps and backfills: orders of which no webhook told. */
@NullMarked
package io.ledgerbridge.catchup;

import org.jspecify.annotations.NullMarked;
