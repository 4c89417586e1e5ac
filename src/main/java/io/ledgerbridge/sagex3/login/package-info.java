/** Logs in to Sage X3: pairing, Basic, tokens and their renewal. */
@NullMarked
package io.ledgerbridge.sagex3.login;

import org.jspecify.annotations.NullMarked;
