/** What one person asks for and a second one decides. */
@NullMarked
package io.ledgerbridge.approvals;

import org.jspecify.annotations.NullMarked;
