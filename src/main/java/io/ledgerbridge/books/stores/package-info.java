/** The audit trail's chain of each store itself: what is done and decided about no single order. */
@NullMarked
package io.ledgerbridge.books.stores;

import org.jspecify.annotations.NullMarked;
