/** The page Needs you: what waits for a person, by cause, what can be done about it, and what came of that. */
@NullMarked
package io.ledgerbridge.console.needsyou;

import org.jspecify.annotations.NullMarked;
