/** Tells why a line is what it is, and which lines are behind an account, a reference or an X3 number. */
@NullMarked
package io.ledgerbridge.api.explain;

import org.jspecify.annotations.NullMarked;
