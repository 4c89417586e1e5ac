/** Tells BigCommerce's deliveries from forged ones. */
@NullMarked
package io.ledgerbridge.bigcommerce.signatures;

import org.jspecify.annotations.NullMarked;
