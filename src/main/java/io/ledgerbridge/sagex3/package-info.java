/** What Sage X3 is sent, how its answers read, and how a call proves who makes it. */
@NullMarked
package io.ledgerbridge.sagex3;

import org.jspecify.annotations.NullMarked;
