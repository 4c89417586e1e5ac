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
                    + " FROM event WHERE disposition = 'order' AND received_at >= :from%s) AS told GROUP BY %s";

    private static final String DONE = "SELECT %s AS slot, count(*) AS orders FROM due_order"
            + " WHERE outcome IN ('posted', 'ignored', 'held', 'set-aside', 'parked') AND settled_at >= :from%s GROUP BY %s";

    private final JdbcClient jdbc;

    OrderHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One hour.
     *
     * @param came orders of which BigCommerce told something in it
     * @param done orders whose last work ended in it
     */
    public record Hour(Instant from, long came, long done) {}

    /**
     * The last hours, the one under way at the end.
     *
     * @param store null for all
     */
    @Transactional(readOnly = true)
    public List<Hour> until(Instant now, @Nullable String store) {
        Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1L, ChronoUnit.HOURS);
        Map<Integer, Long> came = counted(CAME, "received_at", first, store);
        Map<Integer, Long> done = counted(DONE, "settled_at", first, store);
        List<Hour> hours = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            hours.add(new Hour(
                    first.plus(hour, ChronoUnit.HOURS), came.getOrDefault(hour, 0L), done.getOrDefault(hour, 0L)));
        }
        return hours;
    }

    private Map<Integer, Long> counted(String sql, String column, Instant from, @Nullable String store) {
        String hour =
                "CAST(floor(EXTRACT(EPOCH FROM (%s - CAST(:from AS TIMESTAMP WITH TIME ZONE))) / 3600) AS INTEGER)"
                        .formatted(column);
        Map<String, Object> values = new HashMap<>();
        values.put("from", from.atOffset(ZoneOffset.UTC));
        if (store != null) {
            values.put("store", store);
        }
        Map<Integer, Long> counted = new HashMap<>();
        jdbc.sql(sql.formatted(hour, store == null ? "" : " AND store = :store", "slot"))
                .params(values)
                .query(row -> {
                    counted.put(row.getInt("slot"), row.getLong("orders"));
                });
        return counted;
    }
}
