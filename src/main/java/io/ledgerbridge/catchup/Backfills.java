package io.ledgerbridge.catchup;

import io.ledgerbridge.bigcommerce.ListedOrder;
import io.ledgerbridge.bigcommerce.ShopReplies;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.DueOrders;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders of past days that an operator asked for, be they older than the store's start. Their list is read a page at a
 * time, and where it stands is in the database: a stop or a crash costs a page, and any process may read the next.
 */
@Component
public class Backfills {

    /** A store with so many orders due gets no more of a backfill: new orders wait behind all that are due. */
    private static final int MOST_DUE = 1000;

    /** So many backfills are listed at once; those that were asked for later wait. */
    private static final int MOST_AT_ONCE = 100;

    /** H2 would read all orders of the store if it were to look for no null. */
    static final String DUE = """
            SELECT count(*) FROM (SELECT 1 FROM due_order
                WHERE store = :store AND due_at < TIMESTAMP WITH TIME ZONE '9999-01-01 00:00:00+00' LIMIT :most) AS due""";

    private final JdbcClient jdbc;
    private final DueOrders orders;
    private final ShopReplies replies;
    private final ShopTroubles troubles;
    private final Shops shops;
    private final Rules rules;
    private final Clock clock;

    Backfills(
            JdbcClient jdbc,
            DueOrders orders,
            ShopReplies replies,
            ShopTroubles troubles,
            Shops shops,
            Rules rules,
            Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.replies = replies;
        this.troubles = troubles;
        this.shops = shops;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Asks for the orders that were created on these days, in the store's time zone.
     *
     * @param last included
     * @return the backfill's number
     * @throws IllegalArgumentException where the last day is before the first, or no such store is set up
     */
    @Transactional
    public long ask(String store, LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("to, %s, is before from, %s".formatted(last, first));
        }
        ZoneId zone = rules.of(store).journal().zone();
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO backfill (store, first_day, last_day, created_from, created_to, last_order, listed,
                            asked_at)
                        VALUES (:store, :first, :last, :from, :to, 0, FALSE, :now)""")
                .param("store", store)
                .param("first", Date.valueOf(first))
                .param("last", Date.valueOf(last))
                .param("from", first.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC))
                .param(
                        "to",
                        last.plusDays(1)
                                .atStartOfDay(zone)
                                .toInstant()
                                .minusSeconds(1)
                                .atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("the database gave the backfill no number");
        }
        return id.longValue();
    }

    /** How far a backfill has come; nothing where there is no such backfill. */
    public Optional<BackfillProgress> progress(long id) {
        return jdbc.sql("""
                        SELECT b.listed, count(o.order_id) AS found,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome <> 'parked' THEN 1 END) AS done,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome = 'parked' THEN 1 END) AS parked
                          FROM backfill b
                          LEFT JOIN backfill_order o ON o.backfill_id = b.id
                          LEFT JOIN due_order d ON d.store = b.store AND d.order_id = o.order_id
                         WHERE b.id = :id
                         GROUP BY b.listed""")
                .param("id", id)
                .query((row, index) -> BackfillProgress.of(
                        row.getBoolean("listed"), row.getLong("found"), row.getLong("done"), row.getLong("parked")))
                .optional();
    }

    /** The pages to read now: one of each backfill that isn't listed to its end, where its store has room for it. */
    public List<BackfillPage> pages() {
        return jdbc
                .sql("""
                        SELECT id, store, created_from, created_to, last_order FROM backfill
                        WHERE NOT listed ORDER BY id LIMIT :most""")
                .param("most", MOST_AT_ONCE)
                .query((row, index) -> BackfillPage.of(
                        row.getLong("id"),
                        row.getString("store"),
                        row.getTimestamp("created_from").toInstant(),
                        row.getTimestamp("created_to").toInstant(),
                        row.getLong("last_order")))
                .list()
                .stream()
                .filter(page -> shops.find(page.store()).isPresent() && troubles.mayTry(page.store(), page.task()))
                .filter(page -> due(page.store()) < MOST_DUE)
                .map(page -> troubles.of(page.store(), page.task()).isPresent() ? page.smaller() : page)
                .toList();
    }

    /**
     * Marks the orders of one page due, and moves on behind them; nothing where another process has read the page.
     *
     * @throws Fault where the text is no list of orders, or of those that were there before
     */
    @Transactional
    public void mark(BackfillPage page, String text) {
        List<Long> listed = replies.listedOrders(text).stream()
                .map(ListedOrder::order)
                .sorted()
                .toList();
        long last = listed.isEmpty() ? page.lastOrder() : listed.get(listed.size() - 1);
        if (!listed.isEmpty() && last <= page.lastOrder()) {
            throw Fault.passing("BigCommerce: a page of orders repeats the one before", null);
        }
        if (moveOn(page, last, listed.isEmpty())) {
            listed.forEach(order -> found(page, order));
        }
        troubles.passed(page.store(), page.task());
    }

    private boolean moveOn(BackfillPage page, long last, boolean end) {
        int moved = jdbc.sql("""
                        UPDATE backfill SET last_order = :last, listed = :end
                        WHERE id = :id AND last_order = :before AND NOT listed""")
                .param("last", last)
                .param("end", end)
                .param("id", page.id())
                .param("before", page.lastOrder())
                .update();
        return moved == 1;
    }

    private void found(BackfillPage page, long order) {
        jdbc.sql("INSERT INTO backfill_order (backfill_id, order_id) VALUES (:id, :order) ON CONFLICT DO NOTHING")
                .param("id", page.id())
                .param("order", order)
                .update();
        orders.ask(page.store(), order);
    }

    private long due(String store) {
        return jdbc.sql(DUE)
                .param("store", store)
                .param("most", MOST_DUE)
                .query(Long.class)
                .single();
    }
}
