package io.ledgerbridge.orders;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders whose last work has ended. */
public final class SettledOrders {

    private static final List<String> OUTCOMES = List.of("posted", "ignored", "held", "set-aside", "parked");

    private SettledOrders() {}

    /**
     * The rows of those since {@code :since}, to select from. Each outcome is by itself: of an index that begins with it, H2
     * takes for several of them all that has any, however old.
     *
     * @param store null for all; else {@code :store} is it
     */
    public static String lately(String columns, @Nullable String store) {
        String ofStore = store == null ? "" : " AND store = :store";
        return OUTCOMES.stream()
                .map(outcome -> "SELECT %s FROM due_order WHERE outcome = '%s' AND settled_at > :since%s"
                        .formatted(columns, outcome, ofStore))
                .collect(Collectors.joining(" UNION ALL ", "(", ") AS lately"));
    }
}
