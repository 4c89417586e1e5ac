package io.ledgerbridge.catchup;

import io.ledgerbridge.database.DatabaseClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The backfills that were asked for last, with what became of their orders. To count those of a large one takes long: what was
 * counted stands for {@link #TIMES} as long as that took, so that pages that renew themselves cost little.
 */
@Component
public class LastBackfills {

    private static final int TIMES = 50;

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Backfills whose counts are remembered. */
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final DatabaseClock clock;
    private final Map<Held, Counted> counted = new ConcurrentHashMap<>();

    LastBackfills(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A backfill, and how it is held: whoever pauses it sees that at once. */
    private record Held(long id, boolean listed, @Nullable String held) {}

    private record Counted(BackfillSummary summary, Instant until) {}

    /**
     * The newest first.
     *
     * @param store null for every store
     * @param most so many
     */
    public List<BackfillSummary> of(@Nullable String store, int most) {
        Instant now = clock.now();
        return jdbc
                .sql(
                        "SELECT id, listed, held FROM backfill WHERE :every OR store = :store ORDER BY id DESC LIMIT :most")
                .param("every", store == null)
                .param("store", store == null ? "" : store)
                .param("most", most)
                .query((row, index) -> new Held(row.getLong("id"), row.getBoolean("listed"), row.getString("held")))
                .list()
                .stream()
                .map(backfill -> lately(backfill, now))
                .toList();
    }

    /** One thread counts, and the others wait for what it finds. */
    private BackfillSummary lately(Held backfill, Instant now) {
        if (counted.size() > MOST) {
            counted.clear();
        }
        return Objects.requireNonNull(counted.compute(
                        backfill,
                        (id, before) -> before != null && before.until().isAfter(now) ? before : count(id, now)))
                .summary();
    }

    private Counted count(Held backfill, Instant now) {
        long began = System.nanoTime();
        BackfillSummary summary = jdbc.sql("""
                        SELECT b.id, b.store, b.first_day, b.last_day, b.asked_at, b.listed, b.held, :now AS counted_at,
                               count(o.order_id) AS found,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome IS NOT NULL THEN 1 END) AS settled,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome <> 'parked' THEN 1 END) AS done,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome = 'posted' THEN 1 END) AS posted,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome = 'ignored' THEN 1 END) AS ignored,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome = 'set-aside' THEN 1 END) AS set_aside,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome = 'held' THEN 1 END) AS on_hold,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome = 'parked' THEN 1 END) AS parked,
                               count(CASE WHEN d.due_at IS NULL AND d.settled_at > :lately
                                           AND d.settled_at > b.asked_at THEN 1 END) AS lately
                          FROM backfill b
                          LEFT JOIN backfill_order o ON o.backfill_id = b.id
                          LEFT JOIN due_order d ON d.store = b.store AND d.order_id = o.order_id
                         WHERE b.id = :id
                         GROUP BY b.id, b.store, b.first_day, b.last_day, b.asked_at, b.listed, b.held""")
                .param("id", backfill.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lately", now.minus(Pace.LATELY).atOffset(ZoneOffset.UTC))
                .query(BackfillSummary::of)
                .single();
        Duration took = Duration.ofNanos(System.nanoTime() - began).multipliedBy(TIMES);
        return new Counted(summary, now.plus(took.compareTo(SHORTEST) < 0 ? SHORTEST : took));
    }
}
