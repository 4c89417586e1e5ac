/** What a journal was planned from. */
@NullMarked
package io.ledgerbridge.books.origin;

import org.jspecify.annotations.NullMarked;
