package io.ledgerbridge.catchup;

import io.ledgerbridge.database.DatabaseClock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The backfills that were asked for last. */
@Component
public class LastBackfills {

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    LastBackfills(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param store null for every store
     * @param most so many; each has all of its orders counted
     */
    @Transactional(readOnly = true)
    public List<BackfillSummary> of(@Nullable String store, int most) {
        return jdbc.sql("""
                        SELECT b.id, b.store, b.first_day, b.last_day, b.asked_at, b.listed, b.held,
                               count(o.order_id) AS found,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome IS NOT NULL THEN 1 END) AS settled,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome <> 'parked' THEN 1 END) AS done,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome = 'posted' THEN 1 END) AS posted,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome = 'held' THEN 1 END) AS on_hold,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome = 'parked' THEN 1 END) AS parked,
                               count(CASE WHEN d.due_at IS NULL AND d.settled_at > :lately
                                           AND d.settled_at > b.asked_at THEN 1 END) AS lately
                          FROM (SELECT * FROM backfill WHERE :every OR store = :store ORDER BY id DESC LIMIT :most) b
                          LEFT JOIN backfill_order o ON o.backfill_id = b.id
                          LEFT JOIN due_order d ON d.store = b.store AND d.order_id = o.order_id
                         GROUP BY b.id, b.store, b.first_day, b.last_day, b.asked_at, b.listed, b.held
                         ORDER BY b.id DESC""")
                .param("every", store == null)
                .param("store", store == null ? "" : store)
                .param("most", most)
                .param("lately", clock.now().minus(Pace.LATELY).atOffset(ZoneOffset.UTC))
                .query(BackfillSummary::of)
                .list();
    }
}
