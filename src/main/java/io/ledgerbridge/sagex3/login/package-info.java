/** Logs in to Sage X3: pairing, tokens and their renewal, and Basic. */
@NullMarked
package io.ledgerbridge.sagex3.login;

import org.jspecify.annotations.NullMarked;
