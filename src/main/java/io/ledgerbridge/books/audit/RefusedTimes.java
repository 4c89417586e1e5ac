package io.ledgerbridge.books.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How often Sage X3 has refused a journal, by its order's chain: other failures between don't count. */
@Repository
public class RefusedTimes {

    private final JdbcClient jdbc;

    RefusedTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Since the journal was written, or its order last parked or was replayed. */
    @Transactional(readOnly = true)
    public int of(String store, long order, String reference) {
        return jdbc.sql("""
                        SELECT count(*) FROM audit
                         WHERE store = :store AND order_id = :order AND reference = :reference AND step = 'journal-refused'
                           AND link > (SELECT coalesce(max(link), 0) FROM audit
                                        WHERE store = :store AND order_id = :order
                                          AND (step IN ('order-parked', 'order-replayed')
                                               OR (step = 'journal-written' AND reference = :reference)))""")
                .param("store", store)
                .param("order", order)
                .param("reference", reference)
                .query(Integer.class)
                .single();
    }
}
