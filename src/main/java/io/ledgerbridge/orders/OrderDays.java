package io.ledgerbridge.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts orders by the days under which they are listed. */
@Component
public class OrderDays {

    private final JdbcClient jdbc;
    private final OrderList orders;

    OrderDays(JdbcClient jdbc, OrderList orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    /**
     * The orders of one day.
     *
     * @param settled those of which nothing is to be done any more: in the ledger, without an entry, held or set aside
     */
    public record Day(LocalDate day, long settled, long onTheWay, long needYou) {

        static final Day NONE = new Day(LocalDate.EPOCH, 0, 0, 0);

        /** How many there are. */
        public long orders() {
            return settled + onTheWay + needYou;
        }

        private Day with(LocalDate date, String standing, long orders) {
            return switch (standing) {
                case "on-the-way" -> new Day(date, settled, onTheWay + orders, needYou);
                case "parked" -> new Day(date, settled, onTheWay, needYou + orders);
                default -> new Day(date, settled + orders, onTheWay, needYou);
            };
        }
    }

    /** The first day under which any order is listed; none where there is none. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> first() {
        return jdbc.sql("SELECT min(listed_on) FROM due_order")
                .query((row, index) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /**
     * The last day under which any order is listed; none where there is none.
     *
     * @param store null for all
     */
    @Transactional(readOnly = true)
    public Optional<LocalDate> last(@Nullable String store) {
        return jdbc.sql("SELECT max(listed_on) FROM due_order" + (store == null ? "" : " WHERE store = :store"))
                .params(store == null ? Map.of() : Map.of("store", store))
                .query((row, index) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /**
     * Each day from one to another, those without an order as well.
     *
     * @param store null for all
     */
    @Transactional(readOnly = true)
    public List<Day> between(@Nullable String store, LocalDate from, LocalDate to) {
        Map<LocalDate, Day> days = new TreeMap<>();
        from.datesUntil(to.plusDays(1)).forEach(day -> days.put(day, Day.NONE.with(day, "", 0)));
        OrderSelection selection = orders.select(OrderFilter.of(store, from, to));
        jdbc.sql("SELECT listed_on, standing, sum(orders) AS orders FROM " + selection.totals() + selection.where()
                        + " GROUP BY listed_on, standing")
                .params(selection.parameters())
                .query(row -> {
                    LocalDate day = row.getObject("listed_on", LocalDate.class);
                    String standing = row.getString("standing");
                    long orders = row.getLong("orders");
                    days.compute(day, (date, known) -> (known == null ? Day.NONE : known).with(date, standing, orders));
                });
        return List.copyOf(days.values());
    }
}
