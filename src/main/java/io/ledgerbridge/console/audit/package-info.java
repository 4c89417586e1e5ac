/** The page Audit: what was done and by whom, and whether anybody has changed what was written down. */
@NullMarked
package io.ledgerbridge.console.audit;

import org.jspecify.annotations.NullMarked;
