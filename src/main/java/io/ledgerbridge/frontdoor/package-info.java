/** Bounds what anybody may send before it is known who they are: bodies, connections, odd requests. */
@NullMarked
package io.ledgerbridge.frontdoor;

import org.jspecify.annotations.NullMarked;
