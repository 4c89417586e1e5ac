package io.ledgerbridge.catchup;

import io.ledgerbridge.database.DatabaseClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The backfills that were asked for last, with what became of their orders. */
@Component
public class LastBackfills {

    private final JdbcClient jdbc;
    private final RunRows runs;
    private final DatabaseClock clock;
    private final Remembered<RunRows.Run, BackfillSummary> counts = new Remembered<>();

    LastBackfills(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.runs = new RunRows(jdbc, "backfill");
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param store null for every store
     * @param before the number of the one behind which they come; null for the newest
     * @param most so many
     */
    public List<BackfillSummary> of(@Nullable String store, @Nullable Long before, int most) {
        Instant now = clock.now();
        return runs.last(store, before, most).stream()
                .map(run -> counts.of(run, now, then -> count(run, then)))
                .toList();
    }

    private BackfillSummary count(RunRows.Run run, Instant now) {
        return jdbc.sql("""
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
                .param("id", run.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lately", now.minus(Pace.LATELY).atOffset(ZoneOffset.UTC))
                .query(BackfillSummary::of)
                .single();
    }
}
