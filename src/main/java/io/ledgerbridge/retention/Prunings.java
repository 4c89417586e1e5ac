package io.ledgerbridge.retention;

import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.posting.rules.Rules;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Removes what is older than the settings keep it, at night: a few small steps a turn, so that the database has most of
 * the time for others. What a night leaves the next goes on with.
 */
@Component
public class Prunings {

    /** Somewhat less than the timer's minute, and more than a turn takes. */
    private static final Duration TURN = Duration.ofSeconds(50);

    private static final Duration PAIRING_ENDED = Duration.ofDays(1);

    private final TimedLocks locks;
    private final Night night;
    private final MeterRegistry meters;
    private final Clock clock;
    private final PruningPace pace;
    private final List<OldKind> kinds;

    Prunings(
            OldRows rows,
            TimedLocks locks,
            RetentionSettings retention,
            Rules rules,
            MeterRegistry meters,
            Clock clock,
            PruningPace pace) {
        this.locks = locks;
        this.night = Night.of(rules);
        this.meters = meters;
        this.clock = clock;
        this.pace = pace;
        this.kinds = List.of(
                new OldKind("delivery", retention.deliveries(), rows::deliveries),
                new OldKind("event", retention.events(), rows::bodies),
                new OldKind("reading", retention.readings(), rows::readings),
                new OldKind("backfill", retention.events(), rows::backfills),
                new OldKind("shadow_run", retention.events(), rows::shadows),
                new OldKind("x3_pairing", PAIRING_ENDED, rows::pairings),
                new OldKind("connection_trouble", retention.deliveries(), rows::connections));
    }

    /** Takes a turn, if it is night and no other process has it. */
    public void turn() {
        Instant now = clock.instant();
        if (night.is(now) && locks.take("pruning", TURN)) {
            List<RuntimeException> failures = new ArrayList<>();
            List<OldKind> left = new ArrayList<>(kinds);
            long began = pace.now();
            while (!left.isEmpty() && pace.isInTime(began)) {
                left.removeIf(kind -> !hasMore(kind, now, failures));
            }
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
        }
    }

    /** A kind that can't be pruned keeps no other from it. */
    private boolean hasMore(OldKind kind, Instant now, List<RuntimeException> failures) {
        try {
            return step(kind, now);
        } catch (RuntimeException failed) {
            failures.add(failed);
            return false;
        }
    }

    private boolean step(OldKind kind, Instant now) {
        long began = pace.now();
        int most = kind.rows();
        int removed = kind.remove(now);
        meters.counter("ledger.bridge.pruned.rows", "table", kind.table()).increment(removed);
        kind.nextOf(pace.after(began, most));
        return removed >= most;
    }
}
