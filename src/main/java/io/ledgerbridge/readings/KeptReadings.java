package io.ledgerbridge.readings;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.origin.PlanOrigin;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.Sha256;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.explained.words.NotHad;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.rules.PostingRules;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of {@code reading} and {@code planned_with}: what journals were planned from, each once. They are added, and the
 * body of a reading alone is ever changed, to nothing.
 */
@Repository
public class KeptReadings {

    private static final String ONE = " WHERE store = :store AND order_id = :order AND sha256 = :sha256";

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
     * @param readAt when it was first read so, or since its body was pruned
     * @param prunedAt when its body was pruned; null where it is there
     */
    public record Kept(
            String sha256,
            @Nullable String body,
            Instant readAt,
            @Nullable Instant prunedAt) {

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
     * @param all the order's journals
     * @return what the journals say of where they come from
     */
    @Transactional
    public PlanOrigin keep(
            Fence fence, PostingRules rules, OrderReading reading, OrderHistory known, List<Journal> all) {
        String channel = reading.order().channel();
        String kept =
                keep(fence, ReadingText.of(Nameless.of(reading, rules.channels().get(channel))));
        String with = keep(fence, PlannedWith.of(rules, channel, known, all));
        Map<String, Integer> mappings = new HashMap<>();
        rules.channels().keySet().forEach(id -> rules.mapping(id).ifPresent(version -> mappings.put(id, version)));
        return new PlanOrigin(kept, with, mappings, known.journals());
    }

    private String keep(Fence fence, PlannedWith with) {
        String body = with.text();
        String sha256 = Sha256.of(body);
        row("""
                        INSERT INTO planned_with (store, order_id, sha256, body) VALUES (:store, :order, :sha256, :body)
                        ON CONFLICT DO NOTHING""", fence.store(), fence.order(), sha256).param("body", body).update();
        return sha256;
    }

    private String keep(Fence fence, String body) {
        String sha256 = Sha256.of(body);
        int added = row("""
                        INSERT INTO reading (store, order_id, sha256, body, read_at) VALUES (:store, :order, :sha256, :body, :now)
                        ON CONFLICT DO NOTHING""", fence.store(), fence.order(), sha256)
                .param("body", body)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            keepAgain(fence, sha256, body);
        }
        return sha256;
    }

    /** One whose body was pruned has it again. */
    private void keepAgain(Fence fence, String sha256, String body) {
        row("""
                        UPDATE reading SET body = :body, whole = TRUE, emptied_at = NULL, read_at = :now
                         WHERE store = :store AND order_id = :order AND sha256 = :sha256 AND whole = FALSE""", fence.store(), fence.order(), sha256)
                .param("body", body)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One of an order; empty where no journal was planned from it. */
    @Transactional(readOnly = true)
    public Optional<Kept> find(String store, long order, String sha256) {
        return row("SELECT * FROM reading" + ONE, store, order, sha256)
                .query((row, index) -> new Kept(
                        row.getString("sha256"),
                        row.getString("body"),
                        row.getTimestamp("read_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("emptied_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .optional();
    }

    /**
     * What an order's journals were planned with beside a reading; empty where it is gone.
     *
     * @throws IllegalArgumentException where it was changed
     */
    @Transactional(readOnly = true)
    public Optional<PlannedWith> plannedWith(String store, long order, String sha256) {
        Optional<String> body = row("SELECT body FROM planned_with" + ONE, store, order, sha256)
                .query(String.class)
                .optional();
        if (body.isPresent() && !Sha256.of(body.get()).equals(sha256)) {
            throw new NotHad(Phrase.of("gone.planned-with-changed"));
        }
        return body.map(PlannedWith::read);
    }

    private JdbcClient.StatementSpec row(String sql, String store, long order, String sha256) {
        return jdbc.sql(sql).param("store", store).param("order", order).param("sha256", sha256);
    }
}
