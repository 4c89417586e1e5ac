package io.ledgerbridge.retention;

import io.ledgerbridge.posting.rules.Rules;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Removes what is older than the settings keep it, at night: a few small steps a turn, so that the database has most of
 * the time for others. What a night leaves the next goes on with.
 */
@Component
public class Prunings {

    private static final LocalTime FROM = LocalTime.of(2, 0);
    private static final LocalTime TO = LocalTime.of(5, 0);
    private static final Duration PAIRING_ENDED = Duration.ofDays(1);

    /** Of each kind, in a turn. */
    private static final int MOST_STEPS = 100;

    /** When the next step is left to the next turn. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final PruningTurns turns;
    private final ZoneId zone;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** One kind of rows, and how old they may become. */
    private record Kind(Duration age, Function<Instant, Integer> step) {}

    /** The night is that of the first store, by its key. */
    Prunings(
            OldRows rows,
            PruningTurns turns,
            RetentionSettings retention,
            Rules rules,
            MeterRegistry meters,
            Clock clock) {
        this.turns = turns;
        this.zone = rules.all().values().stream()
                .findFirst()
                .map(first -> first.journal().zone())
                .orElse(ZoneOffset.UTC);
        this.meters = meters;
        this.clock = clock;
        kinds.put("delivery", new Kind(retention.deliveries(), rows::deliveries));
        kinds.put("event", new Kind(retention.events(), rows::bodies));
        kinds.put("backfill", new Kind(retention.events(), rows::backfills));
        kinds.put("x3_pairing", new Kind(PAIRING_ENDED, rows::pairings));
        kinds.put("connection_trouble", new Kind(retention.deliveries(), rows::connections));
    }

    /** Takes a turn, if it is night and no other process has it. */
    public void turn() {
        Instant now = clock.instant();
        if (isNight(now) && turns.take()) {
            List<RuntimeException> failures = new ArrayList<>();
            kinds.forEach((table, kind) -> prune(table, kind, now, failures));
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
        }
    }

    private boolean isNight(Instant now) {
        LocalTime time = now.atZone(zone).toLocalTime();
        return !time.isBefore(FROM) && time.isBefore(TO);
    }

    /** A kind that can't be pruned keeps no other from it. */
    private void prune(String table, Kind kind, Instant began, List<RuntimeException> failures) {
        try {
            prune(table, kind, began);
        } catch (RuntimeException failed) {
            failures.add(failed);
        }
    }

    private void prune(String table, Kind kind, Instant began) {
        int removed = OldRows.AT_ONCE;
        for (int step = 0; step < MOST_STEPS && removed >= OldRows.AT_ONCE && isInTime(began); step++) {
            removed = kind.step().apply(began.minus(kind.age()));
            meters.counter("ledger.bridge.pruned.rows", "table", table).increment(removed);
        }
    }

    private boolean isInTime(Instant began) {
        return clock.instant().isBefore(began.plus(LONGEST));
    }
}
