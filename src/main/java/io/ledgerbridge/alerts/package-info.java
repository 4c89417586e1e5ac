/** Tells people elsewhere, by mail and by a webhook of theirs, what they have to know or to keep. */
@NullMarked
package io.ledgerbridge.alerts;

import org.jspecify.annotations.NullMarked;
