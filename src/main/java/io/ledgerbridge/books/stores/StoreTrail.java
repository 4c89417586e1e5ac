package io.ledgerbridge.books.stores;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditLink;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A store's own chain in the audit trail. Whoever writes it holds the row of the store's login, as writers of an order's
 * chain hold the order's row: so a chain has one writer over all processes.
 */
@Repository
public class StoreTrail {

    /** No order has this number. */
    public static final long NO_ORDER = 0;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    StoreTrail(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Has the chain for the running transaction alone, until it ends: for those who have to look before they write. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String store) {
        jdbc.sql("INSERT INTO x3_login (store) VALUES (:store) ON CONFLICT DO NOTHING")
                .param("store", store)
                .update();
        jdbc.sql("SELECT store FROM x3_login WHERE store = :store FOR UPDATE")
                .param("store", store)
                .query(String.class)
                .single();
    }

    /** Adds a link. Who does so without {@link #lock} before waits here for those who write the chain now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String store, String step, Map<String, ?> detail) {
        lock(store);
        audit.append(store, NO_ORDER, step, null, detail);
    }

    /** Whether any link is of this step. */
    @Transactional(readOnly = true)
    public boolean tells(String store, String step) {
        return audit.tells(store, NO_ORDER, step);
    }

    /** The newest links of a step, in their order. */
    @Transactional(readOnly = true)
    public List<AuditLink> newest(String store, String step, int most) {
        return audit.newestOf(store, NO_ORDER, step, most);
    }

    /**
     * The next links.
     *
     * @param after the number of the last before them, 0 for the first
     * @param most how many at the most
     */
    @Transactional(readOnly = true)
    public List<AuditLink> after(String store, int after, int most) {
        return audit.of(store, NO_ORDER, after, most);
    }
}
