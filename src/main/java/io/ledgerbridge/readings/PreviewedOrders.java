package io.ledgerbridge.readings;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.queue.EventRows;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The orders of the books of which it is asked what would change. */
@Repository
class PreviewedOrders {

    private final JdbcClient jdbc;
    private final Books books;
    private final EventRows events;

    PreviewedOrders(JdbcClient jdbc, Books books, EventRows events) {
        this.jdbc = jdbc;
        this.books = books;
        this.events = events;
    }

    /** Their numbers, in order. */
    @Transactional(readOnly = true)
    public List<Long> of(String store, PreviewedDays days, int most) {
        return jdbc.sql("""
                        SELECT DISTINCT order_id FROM journal
                         WHERE store = :store AND accounting_date BETWEEN :from AND :to AND kind = 'order'
                           AND state <> 'withdrawn' AND order_id > :after
                         ORDER BY order_id LIMIT :most""")
                .param("store", store)
                .param("from", days.from())
                .param("to", days.to())
                .param("after", days.after())
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** What there is of some. */
    List<OrderBefore> read(String store, List<Long> orders) {
        Map<Long, List<Journal>> journals = books.journalsOf(store, orders);
        Map<Long, List<OrderEvent>> happened = events.all(store, orders);
        return orders.stream()
                .map(order -> new OrderBefore(
                        order,
                        journals.getOrDefault(order, List.of()).stream()
                                .filter(journal -> journal.state() != JournalState.WITHDRAWN)
                                .toList(),
                        happened.getOrDefault(order, List.of())))
                .toList();
    }
}
