/** Orders by what they are asked for, a page at a time and summed up. */
@NullMarked
package io.ledgerbridge.orders;

import org.jspecify.annotations.NullMarked;
