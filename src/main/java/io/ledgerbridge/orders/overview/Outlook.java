package io.ledgerbridge.orders.overview;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the orders under way are done. Each store has its own Sage X3 and its own pace: all are done when the last one's are.
 *
 * @param at null where that can't be told
 * @param limits what keeps the pace down, where it falls behind
 * @param store the one by which it is so; null where none has an order under way
 * @param pace that store's
 */
public record Outlook(
        Kind kind,
        @Nullable Instant at,
        List<X3Limit> limits,
        @Nullable String store,
        @Nullable Pace pace) {

    /** What can be told, from the best to what says least of when. */
    public enum Kind {
        /** None is under way. */
        CAUGHT_UP,
        /** At the pace of now they are done by then. */
        BY_THEN,
        /** None was settled lately. */
        UNKNOWN,
        /** At the pace of now they are never done. */
        GROWING,
        /** Something keeps them from being worked. */
        STOPPED
    }

    /** A store that has as many calls under way in Sage X3 as it may. */
    public record X3Limit(String store, int calls) {}

    private static final Outlook CAUGHT_UP = new Outlook(Kind.CAUGHT_UP, null, List.of(), null, null);

    private static final Comparator<Outlook> BEST_FIRST = Comparator.comparing(Outlook::kind)
            .thenComparing(Outlook::at, Comparator.nullsFirst(Comparator.naturalOrder()));

    /**
     * Of all together.
     *
     * @param stopped the stores whose orders aren't worked
     */
    static Outlook of(List<StorePace> stores, Collection<String> stopped, List<X3Limit> limits, Instant now) {
        return stores.stream()
                .filter(store -> store.underWay() > 0)
                .map(store -> of(store, stopped.contains(store.store()), limits, now))
                .max(BEST_FIRST)
                .orElse(CAUGHT_UP);
    }

    private static Outlook of(StorePace store, boolean isStopped, List<X3Limit> limits, Instant now) {
        if (isStopped) {
            return because(store, Kind.STOPPED, null, List.of());
        }
        if (store.pace().isGrowing(store.underWay())) {
            return because(store, Kind.GROWING, null, limits);
        }
        return store.pace().settled() == 0
                ? because(store, Kind.UNKNOWN, null, List.of())
                : because(store, Kind.BY_THEN, store.end(now), List.of());
    }

    private static Outlook because(StorePace store, Kind kind, @Nullable Instant at, List<X3Limit> limits) {
        return new Outlook(kind, at, limits, store.store(), store.pace());
    }
}
