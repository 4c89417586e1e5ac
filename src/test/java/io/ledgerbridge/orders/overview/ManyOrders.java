package io.ledgerbridge.orders.overview;

import io.ledgerbridge.Database;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A year of orders of three stores, with an entry of three lines each, made by PostgreSQL. One in 2,000 is parked; with {@code
 * -Dlists.parked=true} all are that would be posted.
 */
public record ManyOrders(Database database, int orders) {

    private static final String STORE = "CASE WHEN n % 10 < 6 THEN 'us' WHEN n % 10 < 9 THEN 'eu' ELSE 'uk' END";
    private static final String CURRENCY = "CASE WHEN n % 10 < 6 THEN 'USD' WHEN n % 10 < 9 THEN 'EUR' ELSE 'GBP' END";
    private static final String TOTAL = "(1000 + (n::bigint * 7919) % 30000)::numeric / 100";

    private static final boolean PARKED = Boolean.getBoolean("lists.parked");
    private static final String OTHERS = PARKED ? "parked" : "posted";
    private static final String REASON = PARKED
            ? "CASE WHEN n % 4 = 1 THEN 'gave-up' ELSE 'missing-account' END"
            : "CASE WHEN n % 2000 = 1 THEN CASE WHEN n % 4000 = 1 THEN 'gave-up' ELSE 'missing-account' END END";

    /** Of how many none is in the ledger. */
    private static final int NOT_IN_LEDGER = PARKED ? 200 : 4;

    public void write() {
        run("""
                INSERT INTO journal (store, folder, order_id, kind, channel, reference, generation, state, entry_type,
                    journal_code, site, accounting_date, currency, description, x3_number, created_at)
                SELECT %s, 'x3|SEED', n, 'order', (n %% 5)::text, 'BC' || n, 1, 'posted', 'ODGEN', 'SAL', 'FR011', %s, %s,
                    'Order', 'VTE' || lpad(n::text, 9, '0'), now() FROM generate_series(1, %d) n""".formatted(STORE, day(), CURRENCY, orders));
        run("""
                INSERT INTO journal_line (journal_id, line_number, memo, account, role, amount, description, dimensions)
                SELECT id, line, FALSE, '411000', CASE line WHEN 1 THEN 'receivable' ELSE 'revenue' END, 1, 'Line', '{}'
                  FROM journal, generate_series(1, 3) line""");
        // summed up at once, as the migration does it
        run("ALTER TABLE due_order DISABLE TRIGGER USER");
        run("""
                INSERT INTO due_order (store, order_id, marks, due_at, outcome, reason, flags, assigned_to, channel, settled_at,
                    came_at, listed_on, accounting_date, status, currency, total, refunded, in_ledger, entries, x3_number)
                SELECT %s, n, 1, CASE WHEN n %% 5000 = 0 THEN now() END,
                    CASE WHEN n %% 5000 = 0 THEN NULL WHEN n %% 2000 = 1 THEN 'parked' WHEN n %% 1000 = 2 THEN 'held'
                         WHEN n %% 200 = 3 THEN 'ignored' WHEN n %% 3000 = 4 THEN 'set-aside' ELSE '%s' END,
                    %s,
                    CASE WHEN n %% 1500 = 6 THEN '[{"kind":"TAX_NOT_REFUNDED","detail":"x"}]' END,
                    CASE WHEN n %% 2000 = 1 THEN 'M. Keller' END, CASE WHEN n %% 50000 = 7 THEN '9' ELSE (n %% 5)::text END,
                    now() - (%d - n) * interval '31 seconds', now() - (%d - n) * interval '31 seconds', %s, %s, 10, %s, %s,
                    CASE WHEN n %% 11 = 0 THEN 5 ELSE 0 END,
                    CASE WHEN n %% 200 < %d THEN 0 ELSE %s - CASE WHEN n %% 11 = 0 THEN 5 ELSE 0 END END, 1,
                    'VTE' || lpad(n::text, 9, '0')
                  FROM generate_series(1, %d) n""".formatted(
                STORE, OTHERS, REASON, orders, orders, day(), day(), CURRENCY, TOTAL, NOT_IN_LEDGER, TOTAL, orders));
        run("ALTER TABLE due_order ENABLE TRIGGER USER");
        run("""
                INSERT INTO event (store, order_id, disposition, scope, body_sha256, received_at)
                SELECT store, order_id, 'order', 'store/order/created', repeat('0', 64), came_at FROM due_order""");
        run("""
                INSERT INTO backfill (store, first_day, last_day, created_from, created_to, last_order, listed, asked_at)
                SELECT 'us', DATE '2026-01-01', DATE '2026-11-30', now() - interval '1 year', now(), 0, TRUE, now()
                  FROM generate_series(1, 10)""");
        run("""
                INSERT INTO backfill_order (backfill_id, order_id)
                SELECT 1 + (order_id / 10) % 10, order_id FROM due_order WHERE store = 'us'""");
        run("""
                INSERT INTO shadow_run (store, first_day, last_day, created_from, created_to, last_order, listed, asked_at)
                SELECT 'us', DATE '2026-01-01', DATE '2026-11-30', now() - interval '1 year', now(), 0, TRUE, now()
                  FROM generate_series(1, 10)""");
        run("""
                INSERT INTO shadow_order (run_id, order_id, outcome, compared_at)
                SELECT 1000001 + (order_id / 10) % 10, order_id, 'agree', now() FROM due_order WHERE store = 'us'""");
        run("SELECT order_sum_anew()");
        for (String table : new String[] {
            "due_order",
            "journal",
            "event",
            "backfill_order",
            "shadow_order",
            "order_sum",
            "order_sum_change",
            "parked_sum"
        }) {
            run("VACUUM ANALYZE " + table);
        }
    }

    private String day() {
        return "DATE '2025-12-01' + (n::bigint * 365 / " + (orders + 1) + ")::int";
    }

    private void run(String sql) {
        new JdbcTemplate(database.source()).execute(sql);
    }
}
