/** Backfills: asked for, paused, stopped, and how far they are. */
@NullMarked
package io.ledgerbridge.api.backfills;

import org.jspecify.annotations.NullMarked;
