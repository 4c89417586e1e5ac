/** Orders by what they are asked for, a page at a time and summed up, and how all of them stand together. */
@NullMarked
package io.ledgerbridge.orders;

import org.jspecify.annotations.NullMarked;
