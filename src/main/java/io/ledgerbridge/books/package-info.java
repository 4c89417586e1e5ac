/**
 * What was planned, sent and posted; what X3 may have beyond that: late commits, entries of newer books than a
 * restored backup.
 */
@NullMarked
package io.ledgerbridge.books;

import org.jspecify.annotations.NullMarked;
