/** What may be written down: one line an outcome, no secret, no forged line, one stack a cause and hour. */
@NullMarked
package io.ledgerbridge.logging;

import org.jspecify.annotations.NullMarked;
