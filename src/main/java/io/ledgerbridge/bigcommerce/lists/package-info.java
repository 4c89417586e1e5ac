/** The lists in which orders are looked for: what each row tells, and what of a page can't be read. */
@NullMarked
package io.ledgerbridge.bigcommerce.lists;

import org.jspecify.annotations.NullMarked;
