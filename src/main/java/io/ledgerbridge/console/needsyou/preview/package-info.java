/** What working orders again would come to, order by order and account by account. */
@NullMarked
package io.ledgerbridge.console.needsyou.preview;

import org.jspecify.annotations.NullMarked;
