package io.ledgerbridge.parked;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parked orders of a store.
 *
 * @param reason for which they are parked; null for every reason
 * @param selected those of these numbers alone, and none where it is empty; null for all
 * @param parkedBy those alone that were parked by then
 */
public record ParkedGroup(
        String store, @Nullable String reason, @Nullable List<Long> selected, Instant parkedBy) {

    /** So many orders can be selected. */
    public static final int MOST_SELECTED = 1000;

    public ParkedGroup {
        selected =
                selected == null ? null : selected.stream().distinct().sorted().toList();
    }

    /** How many are selected; 0 where that is all. */
    public int selectedOrders() {
        return selected == null ? 0 : selected.size();
    }
}
