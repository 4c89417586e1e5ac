package io.ledgerbridge.parked;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many orders of one store there are.
 *
 * @param states by an order's state, those without an order left out
 * @param parked by the reason's code, deliveries that can't be read among them
 * @param oldestDue since when the first of those that wait has been due, or is due; null: none waits
 * @param failing how many are tried again after a failure
 * @param failingSince when the first failure of those was; null: none is
 */
public record StoreCounts(
        Map<String, Long> states,
        Map<String, Long> parked,
        @Nullable Instant oldestDue,
        long failing,
        @Nullable Instant failingSince) {

    public static final StoreCounts NONE = new StoreCounts(Map.of(), Map.of(), null, 0, null);

    public StoreCounts {
        states = Map.copyOf(states);
        parked = Map.copyOf(parked);
    }

    /** How many orders are in a state. */
    public long in(String state) {
        return states.getOrDefault(state, 0L);
    }

    /** How long the first order has been due; zero where none is. */
    public Duration overdue(Instant now) {
        return oldestDue == null || oldestDue.isAfter(now) ? Duration.ZERO : Duration.between(oldestDue, now);
    }
}
