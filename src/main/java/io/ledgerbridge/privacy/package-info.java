/** Takes out of an order's rows what may name a person, when somebody asks for it. */
@NullMarked
package io.ledgerbridge.privacy;

import org.jspecify.annotations.NullMarked;
