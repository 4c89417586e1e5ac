/** Logs in to Sage X3: pairing, tokens and their renewal, Basic, and who is refused. */
@NullMarked
package io.ledgerbridge.sagex3.login;

import org.jspecify.annotations.NullMarked;
