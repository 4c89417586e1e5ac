/** Asks Sage X3 which of a mapping's codes it has. */
@NullMarked
package io.ledgerbridge.sagex3.check;

import org.jspecify.annotations.NullMarked;
