/** What people decide about the orders that need them, and what came of it. */
@NullMarked
package io.ledgerbridge.console.needsyou.decisions;

import org.jspecify.annotations.NullMarked;
