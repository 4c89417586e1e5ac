/** The other side: a Sage X3 with a ledger that refuses as X3 refuses, and interfaces that answer as X3 answers. */
@NullMarked
package io.ledgerbridge.routes.x3;

import org.jspecify.annotations.NullMarked;
