/** What Sage X3 is sent, and how its answers read. */
@NullMarked
package io.ledgerbridge.sagex3;

import org.jspecify.annotations.NullMarked;
