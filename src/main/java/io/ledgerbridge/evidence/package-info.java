/** Packs what proves the entries of orders into a ZIP that verifies without this program. */
@NullMarked
package io.ledgerbridge.evidence;

import org.jspecify.annotations.NullMarked;
