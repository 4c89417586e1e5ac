package io.ledgerbridge.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.books.audit.AuditWordsRows;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.queue.DueOrders;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything in an order's rows that may name a person, table by table: docs/privacy.md says what else there is, and why it
 * stays.
 */
@Repository
class OrderWords {

    private static final String ORDER = " WHERE store = :store AND order_id = :order";

    /** What each statement changes, as the chain's link names it. */
    static final Map<String, String> TAKEN = Map.of(
            "eventBodies",
            "UPDATE event SET body = NULL, headers = NULL, whole = FALSE, emptied_at = :now" + ORDER
                    + " AND whole = TRUE",
            "setAsideReasons",
            "UPDATE set_aside SET why = :erased" + ORDER + " AND why <> :erased",
            "journalWords",
            "UPDATE journal SET detail = NULL, refusal_in_doubt = NULL" + ORDER
                    + " AND (detail IS NOT NULL OR refusal_in_doubt IS NOT NULL)",
            "traceWords",
            "UPDATE x3_trace SET difference = :erased" + ORDER + " AND difference <> :erased",
            "tags",
            "DELETE FROM order_tag" + ORDER,
            "booksReasons",
            "UPDATE books_behind SET why = :erased" + ORDER + " AND why <> :erased",
            "shadowWords",
            """
                    UPDATE shadow_order SET detail = :erased
                     WHERE order_id = :order AND detail <> :erased
                       AND run_id IN (SELECT id FROM shadow_run WHERE store = :store)""");

    private static final String CHAIN = "chainWords";
    private static final String STATE = "stateWords";
    private static final String REFUNDS = "recordedRefunds";
    private static final String APPROVALS = "approvals";

    /** All kinds of what may be taken out. */
    static final Set<String> KINDS = Stream.concat(TAKEN.keySet().stream(), Stream.of(CHAIN, STATE, REFUNDS, APPROVALS))
            .collect(Collectors.toUnmodifiableSet());

    private final JdbcClient jdbc;
    private final RecordedRefundWords refunds;
    private final ApprovalWords approvals;
    private final AuditWordsRows chain;
    private final DueOrders orders;
    private final DatabaseClock clock;

    OrderWords(JdbcClient jdbc, ObjectMapper json, AuditWordsRows chain, DueOrders orders, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.refunds = new RecordedRefundWords(jdbc);
        this.approvals = ApprovalWords.of(jdbc, json);
        this.chain = chain;
        this.orders = orders;
        this.clock = clock;
    }

    /** Whether somebody has yet to go by them: a worker, Sage X3's word on a journal, or who decides on a refund. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean areNeeded(String store, long order) {
        return WaitingErasures.why(jdbc, orders, store, order).isPresent();
    }

    /** Takes them out: how many rows lost something, by kind; empty where there was nothing left to take. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Integer> erase(String store, long order) {
        Map<String, Integer> taken = new LinkedHashMap<>();
        TAKEN.forEach((kind, sql) -> taken.put(kind, update(sql, store, order)));
        taken.put(CHAIN, chain.erase(store, order));
        taken.put(STATE, orders.forgetWords(store, order, ErasedText.WORDS));
        taken.put(REFUNDS, refunds.erase(store, order));
        taken.put(APPROVALS, approvals.erase(store, order));
        taken.values().removeIf(rows -> rows == 0);
        return taken;
    }

    private int update(String sql, String store, long order) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("store", store, "order", order));
        if (sql.contains(":now")) {
            values.put("now", clock.now().atOffset(ZoneOffset.UTC));
        }
        if (sql.contains(":erased")) {
            values.put("erased", ErasedText.WORDS);
        }
        return jdbc.sql(sql).params(values).update();
    }
}
