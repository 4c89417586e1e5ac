/** Answers that prove where the lines come from: the mappings as they were, and the journals planned again. */
@NullMarked
package io.ledgerbridge.api.proof;

import org.jspecify.annotations.NullMarked;
