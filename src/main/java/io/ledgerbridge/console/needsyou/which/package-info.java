/** Which of the orders that need a person are meant, and where on the pages that person is. */
@NullMarked
package io.ledgerbridge.console.needsyou.which;

import org.jspecify.annotations.NullMarked;
