package io.ledgerbridge.console.needsyou;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person did about an order, or about several.
 *
 * @param order 0 where it was about several
 * @param step as the audit trail names it
 * @param state how the order stands now; null where it was about several
 */
record Solved(
        Instant at,
        String store,
        long order,
        String step,
        String by,
        @Nullable String state) {}
