package io.ledgerbridge.hooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each store's webhooks are looked at next. */
final class HookTimes {

    /** After a look that did not get through. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Map<String, Instant> next = new ConcurrentHashMap<>();
    private final Duration interval;
    private final Clock clock;

    HookTimes(Duration interval, Clock clock) {
        this.interval = interval;
        this.clock = clock;
    }

    /** Those of these stores that are to be looked at now. */
    List<String> due(Collection<String> stores) {
        Instant now = clock.instant();
        return stores.stream()
                .filter(store -> !now.isBefore(next.getOrDefault(store, Instant.MIN)))
                .toList();
    }

    /** A look begins: unless it gets through, the next is soon. */
    void begun(String store) {
        again(store, interval.compareTo(SOON) < 0 ? interval : SOON);
    }

    /** A look has got through, and left nothing to mend. */
    void looked(String store) {
        again(store, interval);
    }

    /** Something has happened. */
    void lookNow(String store) {
        again(store, Duration.ZERO);
    }

    private void again(String store, Duration in) {
        next.put(store, clock.instant().plus(in));
    }
}
