package io.ledgerbridge.parked;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The orders that are parked, and the events that can't be read. An order that was marked due again is parked no more,
 * until its work ends the same way.
 */
@Component
public class DeadLetters {

    private final JdbcClient jdbc;

    DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page: the orders, the longest parked first, and behind them the events. Each is read in the order of an index, so
     * that no page takes more than its own rows.
     *
     * @param store null for every store
     * @param reason null for every reason
     * @param page from 0
     */
    @Transactional(readOnly = true)
    public ParkedPage page(@Nullable String store, @Nullable String reason, int page, int size) {
        LetterQuery parked = LetterQuery.orders(jdbc, store, reason);
        LetterQuery unreadable = LetterQuery.events(jdbc, store);
        boolean events = reason == null || reason.equals(Parked.UNREADABLE);
        long letters = events ? unreadable.count() : 0;
        long orders = parked.kept();
        long offset = (long) page * size;
        List<Parked> items = new ArrayList<>(parked.some(size, offset));
        if (events && items.size() < size) {
            items.addAll(unreadable.some(size - items.size(), Math.max(0, offset - orders)));
        }
        return new ParkedPage(items, orders + letters);
    }

    /** How many there are, orders and events, by what the database keeps of the orders. */
    @Transactional(readOnly = true)
    public long count(@Nullable String store) {
        return LetterQuery.orders(jdbc, store, null).kept()
                + LetterQuery.events(jdbc, store).count();
    }

    /**
     * The next events that can't be read, the longest kept first.
     *
     * @param event the last before them; 0 for the first
     */
    @Transactional(readOnly = true)
    public List<Parked> eventsAfter(@Nullable String store, long event, int most) {
        return LetterQuery.events(jdbc, store).eventsAfter(event, most);
    }

    /** What a store's orders are parked for, by what the database keeps of them. */
    @Transactional(readOnly = true)
    public List<String> reasons(String store) {
        return jdbc.sql("""
                        SELECT reason FROM parked_totals WHERE store = :store AND reason IS NOT NULL
                         GROUP BY reason HAVING sum(orders) <> 0 ORDER BY reason""").param("store", store).query(String.class).list();
    }
}
