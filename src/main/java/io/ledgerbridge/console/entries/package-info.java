/** Entries of orders as accountants read them, posted or to be posted: line by line, and by purpose and account. */
@NullMarked
package io.ledgerbridge.console.entries;

import org.jspecify.annotations.NullMarked;
