package io.ledgerbridge.books.lists;

import io.ledgerbridge.books.audit.AuditLink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was done lately, whichever order's chain tells it. No index has the steps, so only the last {@value #WITHIN} links of
 * all are looked at, by their ids.
 */
@Component
public class NewestSteps {

    /** So many links are looked at. */
    public static final int WITHIN = 10_000;

    private final JdbcClient jdbc;

    NewestSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A link of an order's chain; of the order 0 it is the store's own. */
    public record Step(String store, long order, AuditLink link) {

        static Step of(ResultSet row, int index) throws SQLException {
            return new Step(row.getString("store"), row.getLong("order_id"), AuditLink.of(row, index));
        }
    }

    /**
     * The newest first.
     *
     * @param store null for every store
     */
    @Transactional(readOnly = true)
    public List<Step> of(@Nullable String store, Collection<String> steps, int most) {
        Map<String, Object> values = new HashMap<>(Map.of("steps", steps, "within", WITHIN, "most", most));
        if (store != null) {
            values.put("store", store);
        }
        return jdbc.sql("SELECT * FROM audit WHERE id > (SELECT max(id) FROM audit) - :within AND step IN (:steps)"
                        + (store == null ? "" : " AND store = :store")
                        + " ORDER BY id DESC LIMIT :most")
                .params(values)
                .query(Step::of)
                .list();
    }
}
