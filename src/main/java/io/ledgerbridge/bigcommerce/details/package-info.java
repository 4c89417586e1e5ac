/** What is read of an order for its channel's lists, beside the order itself, its products and its refunds. */
@NullMarked
package io.ledgerbridge.bigcommerce.details;

import org.jspecify.annotations.NullMarked;
