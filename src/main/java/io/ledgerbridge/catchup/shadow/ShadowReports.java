package io.ledgerbridge.catchup.shadow;

import io.ledgerbridge.catchup.Pace;
import io.ledgerbridge.catchup.Remembered;
import io.ledgerbridge.catchup.RunRows;
import io.ledgerbridge.database.DatabaseClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What shadow runs found. */
@Component
public class ShadowReports {

    private final JdbcClient jdbc;
    private final RunRows runs;
    private final DatabaseClock clock;
    private final Remembered<RunRows.Run, ShadowSummary> counts = new Remembered<>();

    ShadowReports(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.runs = new RunRows(jdbc, "shadow_run");
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param store null for every store
     * @param before the number of the run behind which they come; null for the newest
     * @param most so many
     */
    public List<ShadowSummary> of(@Nullable String store, @Nullable Long before, int most) {
        return runs.last(store, before, most).stream().map(this::lately).toList();
    }

    /** One of them, counted now; empty where there is no such run. */
    @Transactional(readOnly = true)
    public Optional<ShadowSummary> of(long run) {
        Instant now = clock.now();
        return runs.find(run).map(found -> count(found, now));
    }

    /** Likewise, as it was counted lately. */
    public Optional<ShadowSummary> lately(long run) {
        return runs.find(run).map(this::lately);
    }

    private ShadowSummary lately(RunRows.Run run) {
        return counts.of(run, clock.now(), now -> count(run, now));
    }

    private ShadowSummary count(RunRows.Run run, Instant now) {
        return jdbc.sql("""
                        SELECT r.id, r.store, r.first_day, r.last_day, r.asked_at, r.listed, r.held, r.unnamed, :now AS counted_at,
                               count(o.order_id) AS found,
                               count(o.try_at) AS to_compare,
                               count(CASE WHEN o.outcome = 'post' THEN 1 END) AS post,
                               count(CASE WHEN o.outcome = 'agree' THEN 1 END) AS agree,
                               count(CASE WHEN o.outcome = 'ignore' THEN 1 END) AS no_entry,
                               count(CASE WHEN o.outcome = 'hold' THEN 1 END) AS on_hold,
                               count(CASE WHEN o.outcome = 'set-aside' THEN 1 END) AS set_aside,
                               count(CASE WHEN o.outcome = 'park' THEN 1 END) AS park,
                               count(CASE WHEN o.outcome = 'unread' THEN 1 END) AS unread,
                               count(CASE WHEN o.compared_at > :lately THEN 1 END) AS lately
                          FROM shadow_run r
                          LEFT JOIN shadow_order o ON o.run_id = r.id
                         WHERE r.id = :id
                         GROUP BY r.id, r.store, r.first_day, r.last_day, r.asked_at, r.listed, r.held, r.unnamed""")
                .param("id", run.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lately", now.minus(Pace.LATELY).atOffset(ZoneOffset.UTC))
                .query(ShadowSummary::of)
                .single();
    }

    /** What the compared orders do to each account, in each currency. */
    @Transactional(readOnly = true)
    public List<AccountChange> accounts(long run) {
        return jdbc.sql("SELECT * FROM shadow_account WHERE run_id = :run ORDER BY account, currency")
                .param("run", run)
                .query(AccountChange::of)
                .list();
    }

    /** Why orders would park, or could not be read, the most frequent reason first. */
    @Transactional(readOnly = true)
    public List<ShadowCause> causes(long run) {
        return jdbc.sql("""
                        SELECT outcome, reason, count(*) AS orders FROM shadow_order
                         WHERE run_id = :run AND outcome IN ('park', 'unread')
                         GROUP BY outcome, reason ORDER BY orders DESC, outcome, reason""")
                .param("run", run)
                .query((row, index) -> new ShadowCause(
                        ShadowOutcome.ofLabel(row.getString("outcome")).orElse(ShadowOutcome.PARK),
                        String.valueOf(row.getString("reason")),
                        row.getLong("orders")))
                .list();
    }

    /**
     * Its orders that came to one of these, by number.
     *
     * @param reason a code of why they would park, or could not be read; null for any
     * @param after the number of the last before them, 0 for the first
     */
    @Transactional(readOnly = true)
    public List<ShadowedOrder> orders(
            long run, Set<ShadowOutcome> outcomes, @Nullable String reason, long after, int most) {
        return jdbc.sql("""
                        SELECT order_id, outcome, entries, reason, detail, compared_at FROM shadow_order
                         WHERE run_id = :run AND order_id > :after AND outcome IN (:outcomes)
                           AND (:any OR reason = :reason)
                         ORDER BY run_id, order_id LIMIT :most""")
                .param("run", run)
                .param("after", after)
                .param("any", reason == null)
                .param("reason", reason == null ? "" : reason)
                .param("outcomes", outcomes.stream().map(ShadowOutcome::label).toList())
                .param("most", most)
                .query(ShadowedOrder::of)
                .list();
    }
}
