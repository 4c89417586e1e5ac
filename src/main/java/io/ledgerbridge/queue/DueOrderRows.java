package io.ledgerbridge.queue;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.queue.figures.LedgerFigures;
import io.ledgerbridge.queue.figures.ReadFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one writer of the table {@code due_order}: each method is one statement, in the transaction of its caller, and
 * returns the number of rows changed. A row stays when its work is done, so that its fencing number only ever grows.
 *
 * <p>{@code due_at} is when the order may next be claimed: while it is claimed, that is when the lease ends. {@code
 * unfinished} counts the claims behind {@code counted_after} whose work has not ended, the one under way included.
 */
@Component
class DueOrderRows {

    /** Under which condition a known order is marked. */
    enum Mark {
        ALWAYS("TRUE"),
        UNLESS_SET_ASIDE("outcome IS NULL OR outcome <> 'set-aside'"),
        IF_PARKED("outcome = 'parked' AND due_at IS NULL"),
        IF_CLAIMED("lease_holder IS NOT NULL"),
        IF_READ_BEFORE("claimed_at IS NULL OR claimed_at < :before");

        private final String condition;

        Mark(String condition) {
            this.condition = condition;
        }
    }

    /** What an order that is put off loses by it. */
    enum PutOff {
        /** It failed: it is tried later and later, or at once where it was marked meanwhile. */
        AFTER_A_FAILURE("due_at = CASE WHEN marks = :marks THEN :at ELSE :now END, attempts = attempts + 1,"
                + " failing_since = coalesce(failing_since, :now)"),
        /** Nothing was tried, so no attempt; but it has been failing since then. */
        UNTRIED("due_at = :at, failing_since = coalesce(failing_since, :now)"),
        /** Neither an attempt nor time. */
        NOTHING("due_at = :at"),
        /** Neither, and what it lost before doesn't count either: a person renews what its whole store lacks. */
        AWAITING_A_PERSON("due_at = :at, failing_since = NULL");

        private final String changes;

        PutOff(String changes) {
            this.changes = changes;
        }
    }

    private static final String ORDER = " WHERE store = :store AND order_id = :order";

    /** A claim whose lease has not ended. */
    private static final String HELD = ORDER + " AND fence = :fence AND lease_holder IS NOT NULL AND due_at > :now";

    /** No claim up to now counts any more. */
    private static final String NONE_UNFINISHED = " unfinished = 0, unfinished_since = NULL, counted_after = fence";

    /** The order's figures are what its journals say now. */
    private static final String BOOKS = ", changed_at = :now, " + LedgerFigures.COLUMNS;

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    /** This process, as its claims name it. */
    private final String holder = UUID.randomUUID().toString();

    DueOrderRows(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds an order that is due now, unless it is known. */
    int insert(String store, long order) {
        LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
        return update(store, order, Map.of("today", today), """
                INSERT INTO due_order (store, order_id, due_at, marks, changed_at, came_at, listed_on)
                VALUES (:store, :order, :now, 1, :now, :now, :today)
                ON CONFLICT DO NOTHING""");
    }

    /** Marks a known order due now; one that is due keeps its place, and one that is claimed its lease. */
    int mark(String store, long order, Mark mark, @Nullable Instant before) {
        Map<String, Object> values = before == null ? Map.of() : Map.of("before", utc(before));
        return update(store, order, values, """
                UPDATE due_order SET marks = marks + 1, looking = FALSE, changed_at = :now, came_at = CASE WHEN due_at IS NULL OR looking THEN :now ELSE came_at END,
                    due_at = CASE WHEN due_at <= :now OR lease_holder IS NOT NULL THEN due_at ELSE :now END""" + ORDER + " AND (" + mark.condition + ")");
    }

    /** A backfill asked for it. */
    int ask(String store, long order) {
        return update(store, order, Map.of(), "UPDATE due_order SET asked = TRUE" + ORDER);
    }

    /** Makes an idle order due for look-ups in Sage X3 alone, unless it is parked as poison. */
    int look(String store, long order) {
        return update(
                store,
                order,
                Map.of(),
                "UPDATE due_order SET looking = TRUE, due_at = :now" + ORDER
                        + " AND due_at IS NULL AND (reason IS NULL OR reason <> 'poison')");
    }

    /** A person wants it to be worked however often a process ended in the middle of it. */
    int forgive(String store, long order) {
        return update(
                store,
                order,
                Map.of(),
                "UPDATE due_order SET" + NONE_UNFINISHED + ORDER + " AND lease_holder IS NULL AND unfinished > 0");
    }

    /**
     * Sets an order aside.
     *
     * @param which of the orders: those that are parked, or those of a store that is set up no more, which nobody works
     */
    int setAside(String store, long order, String why, String which) {
        return update(store, order, Map.of("why", why), """
                UPDATE due_order SET outcome = 'set-aside', reason = 'set-aside', detail = :why, remedy = NULL,
                    due_at = NULL, lease_holder = NULL, settled_at = :now, changed_at = :now""" + ORDER + which);
    }

    /** Who looks after it; where that is so already, nothing changes. */
    int assign(String store, long order, @Nullable String to) {
        Map<String, Object> values = new HashMap<>();
        values.put("to", to);
        return update(
                store,
                order,
                values,
                "UPDATE due_order SET assigned_to = :to, changed_at = :now" + ORDER
                        + " AND assigned_to IS DISTINCT FROM :to");
    }

    /** Why an order is as it is, in words, is to be known no longer. */
    int forgetWords(String store, long order, String erased) {
        return update(
                store, order, Map.of("erased", erased), """
                UPDATE due_order SET remedy = NULL, detail = CASE WHEN detail IS NULL THEN NULL ELSE :erased END""" + ORDER + " AND (remedy IS NOT NULL OR detail <> :erased)");
    }

    /** Whether its lease has not ended. */
    boolean isClaimed(String store, long order) {
        return jdbc.sql("SELECT count(*) FROM due_order" + ORDER + " AND lease_holder IS NOT NULL AND due_at > :now")
                        .param("store", store)
                        .param("order", order)
                        .param("now", utc(clock.now()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The time until now counts for none of a store's orders as time that they have been failing. */
    int restartFailingTimes(String store) {
        return update(store, 0, Map.of(), """
                UPDATE due_order SET failing_since = :now
                WHERE store = :store AND due_at IS NOT NULL AND failing_since IS NOT NULL AND lease_holder IS NULL""");
    }

    /** Gives an order to this process for a lease. The caller has its row locked. */
    int claim(Claim claim, Instant now, Instant until) {
        return update(claim, Map.of("until", utc(until), "now", utc(now)), """
                UPDATE due_order SET lease_holder = :holder, fence = :fence, due_at = :until,
                    claimed_at = CASE WHEN looking THEN claimed_at ELSE :now END,
                    unfinished_since = CASE WHEN unfinished = 0 THEN :now ELSE unfinished_since END,
                    unfinished = unfinished + 1""" + ORDER);
    }

    /** Renews a claim's lease. */
    int renew(Claim claim, Instant until) {
        return update(claim, Map.of("until", utc(until)), "UPDATE due_order SET due_at = :until" + HELD);
    }

    /** A claim was lost, and its worker lives: it counts no more, unless it did not any way. */
    int uncount(Claim claim) {
        return update(
                claim,
                Map.of(),
                """
                UPDATE due_order SET unfinished = unfinished - 1,
                    lease_holder = CASE WHEN fence = :fence THEN NULL ELSE lease_holder END""" + ORDER
                        + " AND unfinished > 0 AND counted_after < :fence"
                        + " AND (fence > :fence OR (fence = :fence AND lease_holder IS NOT NULL AND due_at <= :now))");
    }

    /**
     * Gives back all claims of this process.
     *
     * @param lately works that were begun before may be why the process stops, and stay counted
     */
    int giveBackAll(Instant lately) {
        return update("", 0, Map.of("lately", utc(lately)), """
                UPDATE due_order SET lease_holder = NULL, due_at = :now,
                    unfinished = CASE WHEN unfinished > 0 AND (looking OR claimed_at > :lately)
                        THEN unfinished - 1 ELSE unfinished END
                WHERE lease_holder = :holder""");
    }

    /** What a reading shows of an order. */
    int read(Claim claim, Map<String, ?> facts) {
        return update(claim, facts, """
                UPDATE due_order SET channel = :channel, pending_seen = :pending, confirmed_at = :confirmed,
                    last_refund = :refund, void_at = :void, read_up_to = :event, changed_at = :now,""" + " " + ReadFigures.COLUMNS + ORDER);
    }

    /** What a person should know of an order. */
    int flag(Claim claim, @Nullable String flags) {
        Map<String, Object> values = new HashMap<>();
        values.put("flags", flags);
        return update(claim, values, "UPDATE due_order SET flags = :flags" + ORDER);
    }

    /** The events of the last reading had their effect on the order, although some refund of it parks. */
    int settle(Claim claim) {
        return update(claim, Map.of(), "UPDATE due_order SET settled_up_to = read_up_to" + ORDER);
    }

    /** Ends a claim's work; an order that was marked meanwhile is due again. Unless it parks, its events had their effect. */
    int end(Claim claim, Map<String, ?> outcome) {
        return update(claim, outcome, """
                UPDATE due_order SET lease_holder = NULL, attempts = 0, failing_since = NULL, outcome = :outcome,
                    came_at = CASE WHEN marks = :marks THEN came_at ELSE :now END, due_at = CASE WHEN marks = :marks THEN NULL ELSE :now END, settled_at = :now, reason = :reason, detail = :detail, remedy = :remedy,
                    parked_since = CASE WHEN :outcome <> 'parked' THEN NULL WHEN outcome = 'parked' AND reason = :reason THEN coalesce(parked_since, settled_at) ELSE :now END,
                    settled_up_to = CASE WHEN :outcome = 'parked' THEN settled_up_to ELSE read_up_to END,""" + NONE_UNFINISHED + BOOKS + HELD);
    }

    /** Ends the work of an order that was due for look-ups alone and wasn't marked meanwhile; it stays as it is. */
    int endLookUps(Claim claim) {
        return update(claim, Map.of(), """
                UPDATE due_order SET lease_holder = NULL, due_at = NULL, looking = FALSE, attempts = 0,
                    failing_since = NULL,""" + NONE_UNFINISHED + BOOKS + HELD + " AND marks = :marks AND looking");
    }

    /** So often a process ended in the middle of the order's work, which is parked because of it. */
    int countEnds(Claim claim, int times) {
        return update(claim, Map.of("times", times), "UPDATE due_order SET unfinished = :times" + ORDER);
    }

    /**
     * Gives a claim back whose work is not at its end. It counts no more, since it did not end its process; the words of an
     * order that is only looked up stay.
     */
    int putOff(Claim claim, PutOff off, Instant at, String words) {
        return update(claim, Map.of("at", utc(at), "words", words), """
                UPDATE due_order SET lease_holder = NULL,
                    unfinished = CASE WHEN unfinished > 0 THEN unfinished - 1 ELSE 0 END,
                    detail = CASE WHEN looking THEN detail ELSE :words END,""" + " " + off.changes + BOOKS + HELD);
    }

    private int update(Claim claim, Map<String, ?> values, String sql) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("fence", claim.number());
        all.put("marks", claim.marks());
        return update(claim.store(), claim.order(), all, sql);
    }

    private int update(String store, long order, Map<String, ?> values, String sql) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("holder", holder);
        all.put("store", store);
        all.put("order", order);
        if (sql.contains(":now") && !all.containsKey("now")) {
            all.put("now", utc(clock.now()));
        }
        return jdbc.sql(sql).params(all).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
