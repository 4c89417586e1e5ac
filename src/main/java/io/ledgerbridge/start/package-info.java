/** Checks settings and routes before anything is started, also by --check, and says what was started. */
@NullMarked
package io.ledgerbridge.start;

import org.jspecify.annotations.NullMarked;
