/** What the shop says, and what is asked of it. */
@NullMarked
package io.ledgerbridge.bigcommerce;

import org.jspecify.annotations.NullMarked;
