package io.ledgerbridge.notes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote down about an order.
 *
 * @param link in the order's chain
 * @param text null once it was erased
 */
public record Note(
        int link, Instant at, String by, @Nullable String text) {}
