package io.ledgerbridge.orders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the days that the next orders of a broad selection are listed under, by what is kept of each day: of a channel that has
 * few orders, all those of others needn't be passed over.
 */
record NextDays(JdbcClient jdbc) {

    private record Day(LocalDate day, long orders) {}

    /** The selection on these days alone. */
    OrderSelection narrowed(OrderSelection selection, @Nullable OrderCursor last, int most) {
        if (!selection.isBroad() || selection.where().isEmpty()) {
            return selection.after(last);
        }
        List<LocalDate> days = days(selection, last, most);
        OrderSelection left = selection.after(last);
        return days.isEmpty() ? left.and("1 = 0", Map.of()) : left.and("listed_on IN (:days)", Map.of("days", days));
    }

    /** Of the day of the last one, nobody knows how many are left. */
    private List<LocalDate> days(OrderSelection selection, @Nullable OrderCursor last, int most) {
        List<LocalDate> days = new ArrayList<>();
        long orders = 0;
        for (Day day : kept(selection, last, most + 1)) {
            if (orders >= most) {
                return days;
            }
            days.add(day.day());
            orders += last != null && day.day().equals(last.day()) ? 0 : day.orders();
        }
        return days;
    }

    private List<Day> kept(OrderSelection selection, @Nullable OrderCursor last, int most) {
        OrderSelection left =
                last == null ? selection : selection.and("listed_on <= :lastDay", Map.of("lastDay", last.day()));
        return jdbc.sql("SELECT listed_on, sum(orders) AS orders FROM " + left.totals() + left.where()
                        + " GROUP BY listed_on HAVING sum(orders) <> 0 ORDER BY listed_on DESC LIMIT " + most)
                .params(left.parameters())
                .query((row, index) -> new Day(row.getObject("listed_on", LocalDate.class), row.getLong("orders")))
                .list();
    }
}
