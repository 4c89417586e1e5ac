package io.ledgerbridge.bigcommerce;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that one of a store's lists names.
 *
 * @param row the id of what is listed: the order's own, or its refund's
 * @param changed when the order was last modified, or its refund created; by BigCommerce's clock, to the second
 */
public record ListedOrder(long order, long row, @Nullable Instant changed) {}
