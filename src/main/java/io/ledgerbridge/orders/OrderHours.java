package io.ledgerbridge.orders;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts by the hour what came in and what was done with. */
@Component
public class OrderHours {

    private static final int HOURS = 24;

    /** Two stores may have orders of one number. */
    private static final String CAME =
            "SELECT slot, count(*) AS orders FROM (SELECT DISTINCT %s AS slot, store, order_id"
                    + " FROM event WHERE disposition = 'order' AND received_at >= :since%s) AS told GROUP BY slot";

    private static final String HOUR =
            "CAST(floor(EXTRACT(EPOCH FROM (%s - CAST(:since AS TIMESTAMP WITH TIME ZONE))) / 3600) AS INTEGER)";

    private final JdbcClient jdbc;

    OrderHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One hour.
     *
     * @param came orders of which BigCommerce told something in it
     * @param settled orders whose last work ended in it, and of which nothing is to be done any more
     * @param needYou orders that parked in it, and stayed so
     */
    public record Hour(Instant from, long came, long settled, long needYou) {}

    /**
     * The last hours, the one under way at the end.
     *
     * @param store null for all
     */
    @Transactional(readOnly = true)
    public List<Hour> until(Instant now, @Nullable String store) {
        Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1L, ChronoUnit.HOURS);
        Map<Integer, Long> came = counted(came(store), first, store);
        Map<Integer, Long> settled = counted(ended("<>", store), first, store);
        Map<Integer, Long> parked = counted(ended("=", store), first, store);
        List<Hour> hours = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            hours.add(new Hour(
                    first.plus(hour, ChronoUnit.HOURS),
                    came.getOrDefault(hour, 0L),
                    settled.getOrDefault(hour, 0L),
                    parked.getOrDefault(hour, 0L)));
        }
        return hours;
    }

    static String came(@Nullable String store) {
        return CAME.formatted(HOUR.formatted("received_at"), store == null ? "" : " AND store = :store");
    }

    /** @param parked how their outcome compares with that */
    static String ended(String parked, @Nullable String store) {
        return "SELECT %s AS slot, count(*) AS orders FROM %s WHERE outcome %s 'parked' GROUP BY slot"
                .formatted(HOUR.formatted("settled_at"), SettledOrders.lately("outcome, settled_at", store), parked);
    }

    private Map<Integer, Long> counted(String sql, Instant from, @Nullable String store) {
        Map<Integer, Long> counted = new HashMap<>();
        jdbc.sql(sql).params(values(from, store)).query(row -> {
            counted.put(row.getInt("slot"), row.getLong("orders"));
        });
        return counted;
    }

    static Map<String, Object> values(Instant from, @Nullable String store) {
        Map<String, Object> values = new HashMap<>();
        values.put("since", from.atOffset(ZoneOffset.UTC));
        if (store != null) {
            values.put("store", store);
        }
        return values;
    }
}
