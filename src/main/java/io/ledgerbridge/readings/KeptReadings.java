package io.ledgerbridge.readings;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.origin.PlanOrigin;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.Sha256;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.rules.PostingRules;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code reading}: from which readings journals were planned, each once. Its body alone is ever changed, to nothing. */
@Repository
public class KeptReadings {

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    KeptReadings(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A reading as it is kept.
     *
     * @param body JSON in BigCommerce's names; null where its time is over
     */
    public record Kept(String sha256, @Nullable String body, Instant readAt) {

        /** Itself; empty where its time is over. */
        public Optional<OrderReading> reading() {
            return Optional.ofNullable(body).map(ReadingText::read);
        }

        /** Whether its body is the one that was kept. */
        public boolean isWhole() {
            return body != null && Sha256.of(body).equals(sha256);
        }
    }

    /**
     * Keeps a reading from which journals are planned, in the transaction that writes these.
     *
     * @param known of the order then, with its journals that Sage X3 has
     * @return what the journals say of where they come from
     */
    @Transactional
    public PlanOrigin keep(Fence fence, PostingRules rules, OrderReading reading, OrderHistory known) {
        String body = ReadingText.of(reading);
        String sha256 = Sha256.of(body);
        jdbc.sql("""
                        INSERT INTO reading (store, order_id, sha256, body, read_at)
                        VALUES (:store, :order, :sha256, :body, :now)
                        ON CONFLICT DO NOTHING""")
                .param("store", fence.store())
                .param("order", fence.order())
                .param("sha256", sha256)
                .param("body", body)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
        return new PlanOrigin(
                sha256,
                rules.mapping(reading.order().channel()).orElse(null),
                PlannedWith.of(known).text(),
                known.journals());
    }

    /** One of an order; empty where no journal was planned from it. */
    @Transactional(readOnly = true)
    public Optional<Kept> find(String store, long order, String sha256) {
        return jdbc.sql("SELECT * FROM reading WHERE store = :store AND order_id = :order AND sha256 = :sha256")
                .param("store", store)
                .param("order", order)
                .param("sha256", sha256)
                .query((row, index) -> new Kept(
                        row.getString("sha256"),
                        row.getString("body"),
                        row.getTimestamp("read_at").toInstant()))
                .optional();
    }
}
