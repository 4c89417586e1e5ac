/** An order's journals as accountants read them: line by line, and by purpose and account. */
@NullMarked
package io.ledgerbridge.console.story.entries;

import org.jspecify.annotations.NullMarked;
