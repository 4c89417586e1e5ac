package io.ledgerbridge.orders.overview;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When the last order got into the ledger, by an index that ends with it. */
@Component
public class LastPosted {

    private final JdbcClient jdbc;

    LastPosted(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * When work last left an order in the ledger; empty where it never did.
     *
     * @param store null for every store
     */
    @Transactional(readOnly = true)
    public Optional<Instant> of(@Nullable String store) {
        Map<String, Object> values = new HashMap<>();
        if (store != null) {
            values.put("store", store);
        }
        return jdbc.sql("SELECT settled_at FROM due_order WHERE outcome = 'posted'"
                        + (store == null ? "" : " AND store = :store")
                        + " ORDER BY outcome DESC, settled_at DESC LIMIT 1")
                .params(values)
                .query((row, index) -> row.getTimestamp("settled_at").toInstant())
                .optional();
    }
}
