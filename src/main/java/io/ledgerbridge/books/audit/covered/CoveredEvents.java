package io.ledgerbridge.books.audit.covered;

import io.ledgerbridge.database.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the events about orders for the audit trail. */
public record CoveredEvents(JdbcClient jdbc) {

    /** Of so many events a reading tells, the newest: of none there are more in an order's history. */
    public static final int MOST = 1000;

    private static final String COLUMNS =
            "id, store, order_id, disposition, scope, created_at, previous_status, new_status, refund_id, body_sha256, received_at";

    /** The newest of an order's events up to one of them, by their ids. */
    public List<CoveredEvent> upTo(String store, long order, long last) {
        return jdbc
                .sql("SELECT " + COLUMNS + """
                        , CAST(NULL AS BYTEA) AS body FROM event
                         WHERE store = :store AND order_id = :order AND id <= :last AND disposition = 'order'
                         ORDER BY id DESC LIMIT :most""")
                .param("store", store)
                .param("order", order)
                .param("last", last)
                .param("most", MOST)
                .query((row, index) -> of(row))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(CoveredEvent::id))
                .toList();
    }

    /** Those of a range of orders, by order and id. */
    public void each(OrderRange range, Consumer<CoveredEvent> reader) {
        range.bind(jdbc.sql("SELECT " + COLUMNS + """
                        , body FROM event
                         WHERE store = :store AND order_id > :after AND order_id <= :upTo AND disposition = 'order'
                         ORDER BY store, order_id, id""")).query(row -> {
            reader.accept(of(row));
        });
    }

    private static CoveredEvent of(ResultSet row) throws SQLException {
        String sha256 = new RowText()
                .columns(row, "id", "store", "order_id", "disposition", "scope", "previous_status", "new_status")
                .columns(row, "refund_id", "body_sha256")
                .instants(row, "created_at", "received_at")
                .sha256();
        byte[] body = row.getBytes("body");
        boolean whole = body == null || Sha256.of(body).equals(row.getString("body_sha256"));
        Instant receivedAt = row.getTimestamp("received_at").toInstant();
        return new CoveredEvent(row.getLong("order_id"), row.getLong("id"), sha256, whole, body == null, receivedAt);
    }
}
