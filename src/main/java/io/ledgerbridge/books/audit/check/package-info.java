/** Finds what isn't as the audit trail says: links, chains, journals, events and anchors that were changed, added or removed. */
@NullMarked
package io.ledgerbridge.books.audit.check;

import org.jspecify.annotations.NullMarked;
