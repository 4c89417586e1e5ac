/** The evidence of orders that an operator may take, under /api/evidence. */
@NullMarked
package io.ledgerbridge.api.evidence;

import org.jspecify.annotations.NullMarked;
