/** What has been planned, sent and posted, and the audit trail that proves it. */
@NullMarked
package io.ledgerbridge.books;

import org.jspecify.annotations.NullMarked;
