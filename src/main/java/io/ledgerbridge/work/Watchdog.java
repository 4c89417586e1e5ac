package io.ledgerbridge.work;

import io.ledgerbridge.faults.Seconds;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.queue.DueCount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sees that nothing moves though orders are due, that every work of a store fails, or that nobody polls for due orders. It
 * counts its own polls, so a process that slept, or whose clock was set, is not taken for one that is stalled. What it can't
 * know, as while the database is away, and what is deliberate, as where a route was stopped, is no stall.
 */
@Component
public class Watchdog {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int LOOKS = 90;
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final OrderScheduler scheduler;
    private final Workers workers;
    private final ClockOffset clocks;
    private final DueCount orders;
    private final DrainRoute route;
    private final Duration limit;
    private final Duration between;
    private final Clock clock;
    private volatile Standstill seen = Standstill.NONE;
    private volatile Map<String, FailedInARow.Row> failing = Map.of();
    private long turns = -1;
    private long moves = -1;

    Watchdog(
            OrderScheduler scheduler,
            Workers workers,
            ClockOffset clocks,
            DueCount orders,
            DrainRoute route,
            DrainSettings settings,
            Clock clock) {
        this.scheduler = scheduler;
        this.workers = workers;
        this.clocks = clocks;
        this.orders = orders;
        this.route = route;
        this.limit = settings.stalledAfter();
        Duration part = limit.dividedBy(LOOKS);
        this.between = part.compareTo(LONGEST) > 0 ? LONGEST : part;
        this.clock = clock;
    }

    /**
     * What was seen at the last look.
     *
     * @param due orders that could be worked
     * @param still for how long no work of one came to an end that is foreseen
     * @param unwatched for how long nobody looked for due orders
     */
    record Standstill(long due, Duration still, Duration unwatched) {

        static final Standstill NONE = new Standstill(0, Duration.ZERO, Duration.ZERO);

        Duration longest() {
            return still.compareTo(unwatched) > 0 ? still : unwatched;
        }
    }

    /** How long to wait between two looks. */
    public Duration between() {
        return between;
    }

    /** Looks whether anything has moved since the last look. */
    public synchronized void look() {
        Standstill before = seen;
        boolean stopped = route.isStopped();
        boolean turned = stopped || scheduler.turns() != turns;
        boolean moved = workers.moves() != moves;
        turns = scheduler.turns();
        moves = workers.moves();
        Set<String> open = stopped || clocks.isTooFar() ? Set.of() : open();
        long due = due(open);
        noteFailing(open);
        seen = new Standstill(
                due,
                moved || due == 0 ? Duration.ZERO : before.still().plus(between),
                turned ? Duration.ZERO : before.unwatched().plus(between));
        if (isStalled() && before.longest().compareTo(limit) < 0) {
            LOG.error("No order has moved for {}, though {} are due; {}", seen.longest(), due, busy());
        }
    }

    private void noteFailing(Set<String> open) {
        Map<String, FailedInARow.Row> now = new TreeMap<>(workers.failing(limit));
        now.keySet().retainAll(open);
        now.forEach((store, row) -> {
            if (!failing.containsKey(store)) {
                LOG.error(
                        "Every work of store {} has failed since {}, orders {} among them",
                        store,
                        Seconds.of(row.since()),
                        row.orders());
            }
        });
        failing = now;
    }

    private Set<String> open() {
        try {
            return scheduler.open();
        } catch (DataAccessException | TransactionException away) {
            return Set.of();
        }
    }

    private long due(Set<String> open) {
        try {
            return open.isEmpty() ? 0 : orders.of(open);
        } catch (DataAccessException | TransactionException away) {
            return 0;
        }
    }

    /** Whether health says so. */
    public boolean isStalled() {
        return seen.longest().compareTo(limit) >= 0;
    }

    /** Whether only a new process can help. */
    public boolean isBroken() {
        return seen.longest().compareTo(limit.multipliedBy(2)) >= 0;
    }

    /** Since when every work of a store has failed in a way that nobody foresaw, by store. */
    public Map<String, Instant> failing() {
        Map<String, Instant> since = new TreeMap<>();
        failing.forEach((store, row) -> since.put(store, row.since()));
        return since;
    }

    /** Orders that could be worked. */
    public long dueOrders() {
        return seen.due();
    }

    /** Since when nothing moves; the start of the last look where something does. */
    public Instant since() {
        return clock.instant().minus(seen.longest());
    }

    /** Whether for so long nobody has looked for due orders. */
    public boolean isUnwatched() {
        return seen.unwatched().compareTo(limit) >= 0;
    }

    /** What the workers are busy with, and for how long. */
    public List<String> busy() {
        Instant now = clock.instant();
        return workers.all().stream()
                .limit(20)
                .map(work -> "%s for %d s"
                        .formatted(
                                work.claim(),
                                Duration.between(work.since(), now).toSeconds()))
                .toList();
    }
}
