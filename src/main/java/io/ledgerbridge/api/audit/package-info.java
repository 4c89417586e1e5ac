/** The daily anchors of the audit trail, as answers show them. */
@NullMarked
package io.ledgerbridge.api.audit;

import org.jspecify.annotations.NullMarked;
