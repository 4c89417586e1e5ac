/** What is read of an entry that Sage X3 shows: its status, its sums, and what those have to do with ours. */
@NullMarked
package io.ledgerbridge.sagex3.found;

import org.jspecify.annotations.NullMarked;
