/** Makes the daily anchor of the audit trail, has the trail verified, and tells people where either fails. */
@NullMarked
package io.ledgerbridge.anchoring;

import org.jspecify.annotations.NullMarked;
