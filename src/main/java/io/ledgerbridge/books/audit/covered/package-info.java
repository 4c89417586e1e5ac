/** What the audit trail speaks of: digests of journals with their lines and of events, as their rows hold them. */
@NullMarked
package io.ledgerbridge.books.audit.covered;

import org.jspecify.annotations.NullMarked;
