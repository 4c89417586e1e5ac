package io.ledgerbridge.approvals;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the wish to have parked orders worked again.
 *
 * @param approval what a second person has to decide; null where the orders are worked again
 * @param orders how many they are
 * @param skipped so many of those that were selected are not among them: they aren't parked
 * @param amounts by currency: by how much they are not in the ledger, as plain decimals; none where they are worked again
 */
public record ReplayAsked(@Nullable Long approval, long orders, long skipped, Map<String, String> amounts) {}
