/** Says of each line of a journal why it is what it is: by which rule, and from which of BigCommerce's figures. Pure functions. */
@NullMarked
package io.ledgerbridge.posting.explained;

import org.jspecify.annotations.NullMarked;
