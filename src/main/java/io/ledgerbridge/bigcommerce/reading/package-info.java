/** Reads an order from BigCommerce whole: itself, all pages of its products and of its refunds. */
@NullMarked
package io.ledgerbridge.bigcommerce.reading;

import org.jspecify.annotations.NullMarked;
