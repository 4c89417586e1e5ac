package io.ledgerbridge.orders.overview;

import io.ledgerbridge.catchup.LastLooks;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.orders.OrderFilter;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.OrderSelection;
import io.ledgerbridge.orders.OrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together how all orders stand. */
@Component
public class Overviews {

    private final JdbcClient jdbc;
    private final OrderList orders;
    private final Stops stops;
    private final X3Limits limits;
    private final LastLooks looks;
    private final DatabaseClock clock;

    Overviews(JdbcClient jdbc, OrderList orders, Stops stops, X3Limits limits, LastLooks looks, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.stops = stops;
        this.limits = limits;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * Of a store and of days, or of all, as it stood at one moment.
     *
     * @param from first day under which orders are listed
     * @param to last day
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Overview of(@Nullable String store, @Nullable LocalDate from, @Nullable LocalDate to) {
        Instant now = clock.now();
        OrderFilter asked = OrderFilter.of(store, from, to);
        OrderTotals totals = totals(orders.select(asked));
        long unreadable = unreadable(store);
        List<Stop> stopped = stops.of(store);
        PaceRows rows = new PaceRows(jdbc, store);
        List<StorePace> paces = rows.until(now);
        return new Overview(
                Verdict.of(totals, unreadable, stopped),
                totals,
                unreadable,
                new CauseRows(jdbc).of(orders.select(asked.in(OrderState.PARKED))),
                StorePace.of(paces),
                Outlook.of(paces, notWorked(stopped), limits.reached(store), now),
                rows.oldest().orElse(null),
                stopped,
                lookedAt(store),
                now);
    }

    private static List<String> notWorked(List<Stop> stopped) {
        return stopped.stream()
                .filter(stop -> stop.kind().keepsFromWork())
                .map(Stop::store)
                .toList();
    }

    /** One count of all, so that it adds up whatever others change meanwhile. */
    @Transactional(readOnly = true)
    public OrderTotals totals(OrderSelection selection) {
        Map<String, Long> standing = new HashMap<>();
        jdbc.sql("SELECT standing, sum(orders) AS orders FROM " + selection.totals() + selection.where()
                        + " GROUP BY standing HAVING sum(orders) <> 0")
                .params(selection.parameters())
                .query(row -> {
                    standing.put(row.getString("standing"), row.getLong("orders"));
                });
        return OrderTotals.of(standing);
    }

    private long unreadable(@Nullable String store) {
        return jdbc.sql("SELECT count(*) FROM event WHERE disposition = 'unreadable'"
                        + (store == null ? "" : " AND store = :store"))
                .params(store == null ? Map.of() : Map.of("store", store))
                .query(Long.class)
                .single();
    }

    private Map<String, Instant> lookedAt(@Nullable String store) {
        Map<String, Instant> all = new TreeMap<>(looks.byStore());
        all.keySet().removeIf(each -> store != null && !store.equals(each));
        return all;
    }
}
