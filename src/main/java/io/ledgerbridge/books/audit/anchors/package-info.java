/** The daily anchors: what each says of where all chains ended, so that a chain's end, or a whole chain, can't go unseen. */
@NullMarked
package io.ledgerbridge.books.audit.anchors;

import org.jspecify.annotations.NullMarked;
