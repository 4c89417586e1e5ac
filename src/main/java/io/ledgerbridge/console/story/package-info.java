/** The page of one order: what came, what was posted for it and why, and what people may do about it. */
@NullMarked
package io.ledgerbridge.console.story;

import org.jspecify.annotations.NullMarked;
