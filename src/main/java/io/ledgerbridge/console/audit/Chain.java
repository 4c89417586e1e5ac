package io.ledgerbridge.console.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chain of an order, or a part of it.
 *
 * @param order 0 for what was done about the store itself
 * @param next the number of the last link, where there are more behind it
 */
record Chain(
        String store,
        long order,
        List<LinkRow> rows,
        @Nullable Integer next) {

    /** Whether every hash of this part fits. */
    public boolean fits() {
        return rows.stream().allMatch(LinkRow::fits);
    }
}
