package io.ledgerbridge.parked;

import io.ledgerbridge.database.DatabaseClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The parked orders for whoever goes through all of them: by an index, so that each portion takes no more than its own rows. Their age
 * is what the index has, when each was last parked.
 */
@Component
public class ParkedByAge {

    /** The first condition is for H2, which finds no place in an index by a comparison of rows. */
    private static final String BEHIND =
            " AND settled_at >= :lastAt AND (settled_at, store, order_id) > (:lastAt, :lastStore, :lastOrder)";

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    ParkedByAge(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** For who begins to go through them now. */
    public Instant begun() {
        return clock.now();
    }

    /**
     * The next of them, those first that were last parked the longest ago.
     *
     * @param last the last before them; null for the first
     * @param begun when going through them began: one that parks again meanwhile isn't there twice
     */
    @Transactional(readOnly = true)
    public List<ParkedOrder> after(ParkedFilter filter, @Nullable ParkedOrder last, Instant begun, int most) {
        return jdbc.sql(ParkedOrders.ORDERS + filter.where() + " AND settled_at <= :begun"
                        + (last == null ? "" : BEHIND) + " ORDER BY outcome, settled_at, store, order_id LIMIT :most")
                .params(filter.values())
                .params(last == null ? Map.of() : place(last.order()))
                .param("begun", begun.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(ParkedOrders::order)
                .list();
    }

    private static Map<String, Object> place(Parked last) {
        return Map.of(
                "lastAt", last.parkedAt().atOffset(ZoneOffset.UTC),
                "lastStore", last.store(),
                "lastOrder", Objects.requireNonNull(last.order(), "an order"));
    }
}
