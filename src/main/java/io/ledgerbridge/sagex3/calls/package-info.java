/** Counts and times the calls to both sides, and says how each side of a store answers. */
@NullMarked
package io.ledgerbridge.sagex3.calls;

import org.jspecify.annotations.NullMarked;
