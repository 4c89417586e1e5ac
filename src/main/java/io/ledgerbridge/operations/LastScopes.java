package io.ledgerbridge.operations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What each store's token may read, as the last ping of this process found it. */
@Component
public class LastScopes {

    private final Map<String, Found> found = new ConcurrentHashMap<>();
    private final Clock clock;

    LastScopes(Clock clock) {
        this.clock = clock;
    }

    /** What was found, and when. */
    public record Found(PingCheck check, Instant at) {}

    /**
     * Keeps what a ping told of the scopes, where it did.
     *
     * @param checks all that it told
     */
    public void keep(String store, List<?> checks) {
        checks.stream()
                .filter(PingCheck.class::isInstance)
                .map(PingCheck.class::cast)
                .filter(check -> check.name().equals(BigCommercePing.SCOPES))
                .forEach(check -> found.put(store, new Found(check, clock.instant())));
    }

    /** Empty where nobody has asked since the program started. */
    public Optional<Found> of(String store) {
        return Optional.ofNullable(found.get(store));
    }
}
