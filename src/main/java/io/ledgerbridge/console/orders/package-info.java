/** The page Orders: all of them, by what they are looked for, with what they come to. */
@NullMarked
package io.ledgerbridge.console.orders;

import org.jspecify.annotations.NullMarked;
