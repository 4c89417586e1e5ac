/** How a journal gets into Sage X3 once: requests, replies, what is next. */
@NullMarked
package io.ledgerbridge.sagex3;

import org.jspecify.annotations.NullMarked;
