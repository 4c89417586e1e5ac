package io.ledgerbridge.bigcommerce.lists;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that one of a store's lists names.
 *
 * @param row the id of what is listed: the order's own, or its refund's; 0 where that can't be read
 * @param changed when the order was last modified, or its refund created, by BigCommerce's clock and to the second; null
 *     where that can't be read
 */
public record ListedOrder(long order, long row, @Nullable Instant changed) {}
