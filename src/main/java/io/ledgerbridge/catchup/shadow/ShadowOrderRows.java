package io.ledgerbridge.catchup.shadow;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code shadow_order} while their orders are compared, and the sums in {@code shadow_account}. */
final class ShadowOrderRows {

    /** Those that wait for nothing, in the order of the index. */
    static final String DUE = """
            SELECT run_id, order_id, tries FROM shadow_order
             WHERE run_id = :run AND try_at <= :now ORDER BY run_id, try_at, order_id LIMIT :most""";

    private static final int MOST_RUNS = 100;

    private static final String ORDER = " WHERE run_id = :run AND order_id = :order AND ";

    private final JdbcClient jdbc;

    ShadowOrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run that has orders to be compared. */
    record Run(long id, String store) {

        static Run of(ResultSet row, int index) throws SQLException {
            return new Run(row.getLong("id"), row.getString("store"));
        }
    }

    /**
     * What came of comparing an order.
     *
     * @param entries how many would be posted
     * @param reason a code, where it would park or couldn't be read
     */
    record Compared(
            ShadowOutcome outcome,
            int entries,
            @Nullable String reason,
            @Nullable String detail) {}

    /** The runs that aren't held and have orders that wait for nothing, the oldest first. */
    List<Run> runs(Instant now) {
        return jdbc.sql("""
                        SELECT r.id, r.store FROM shadow_run r
                         WHERE r.held IS NULL AND EXISTS (
                            SELECT 1 FROM shadow_order o WHERE o.run_id = r.id AND o.try_at <= :now)
                         ORDER BY r.id LIMIT :most""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", MOST_RUNS)
                .query(Run::of)
                .list();
    }

    List<ShadowOrder> due(Run run, Instant now, int most) {
        return jdbc.sql(DUE)
                .param("run", run.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, index) ->
                        new ShadowOrder(run.id(), run.store(), row.getLong("order_id"), row.getInt("tries")))
                .list();
    }

    /** Whether this process is to read it, and no other until an instant. */
    boolean take(ShadowOrder order, Instant now, Instant until) {
        return update(
                        "UPDATE shadow_order SET tries = tries + 1, try_at = :until" + ORDER + """
                                try_at <= :now AND EXISTS (SELECT 1 FROM shadow_run r WHERE r.id = :run AND r.held IS NULL)""",
                        order,
                        Map.of("now", now.atOffset(ZoneOffset.UTC), "until", until.atOffset(ZoneOffset.UTC)))
                == 1;
    }

    /** It has no outcome yet, and is read once more. */
    void tryAgain(ShadowOrder order, Instant at, int tries) {
        update(
                "UPDATE shadow_order SET tries = :tries, try_at = :at" + ORDER + "try_at IS NOT NULL",
                order,
                Map.of("tries", tries, "at", at.atOffset(ZoneOffset.UTC)));
    }

    /** Whether it had no outcome before: then it counts. Two who compare the orders of a run take turns here. */
    boolean settle(ShadowOrder order, Compared compared, Instant now) {
        jdbc.sql("SELECT id FROM shadow_run WHERE id = :run FOR UPDATE")
                .param("run", order.run())
                .query(Long.class)
                .optional();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("outcome", compared.outcome().label());
        values.put("entries", compared.entries());
        values.put("reason", compared.reason());
        values.put("detail", compared.detail());
        values.put("now", now.atOffset(ZoneOffset.UTC));
        return update(
                        "UPDATE shadow_order SET try_at = NULL, outcome = :outcome, entries = :entries, reason = :reason, detail = :detail, compared_at = :now"
                                + ORDER + "try_at IS NOT NULL",
                        order,
                        values)
                == 1;
    }

    private int update(String sql, ShadowOrder order, Map<String, ? extends @Nullable Object> values) {
        return jdbc.sql(sql)
                .params(values)
                .param("run", order.run())
                .param("order", order.order())
                .update();
    }

    /** Adds to what the ledger holds on an account, and to what would be posted there. */
    void add(long run, AccountChange change) {
        Map<String, Object> values = Map.of(
                "run", run,
                "account", change.account(),
                "currency", change.currency(),
                "ledger", change.inLedger(),
                "change", change.change(),
                "none", BigDecimal.ZERO);
        jdbc.sql("""
                        INSERT INTO shadow_account (run_id, account, currency, in_ledger, would_change)
                        VALUES (:run, :account, :currency, :none, :none) ON CONFLICT DO NOTHING""").params(values).update();
        jdbc.sql("""
                        UPDATE shadow_account SET in_ledger = in_ledger + :ledger, would_change = would_change + :change
                         WHERE run_id = :run AND account = :account AND currency = :currency""").params(values).update();
    }
}
