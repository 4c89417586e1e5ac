package io.ledgerbridge.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is written down of an order after it was erased is erased in its time, too. */
@Repository
class LaterWords {

    private final JdbcClient jdbc;

    LaterWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Has those orders erased once more of which something was written down since, before an instant: a link, a webhook, or what a
     * shadow run says, which leaves no link. Everything else that is written of an order goes with a link.
     *
     * @return how many
     */
    @Transactional
    public int askAgain(Instant before) {
        return jdbc.sql("""
                        UPDATE erasure SET due = TRUE
                         WHERE due = FALSE AND (EXISTS (
                            SELECT 1 FROM audit a
                             WHERE a.store = erasure.store AND a.order_id = erasure.order_id AND a.link > erasure.up_to
                               AND a.at < :before)
                            OR EXISTS (
                            SELECT 1 FROM event e
                             WHERE e.store = erasure.store AND e.order_id = erasure.order_id AND e.whole = TRUE
                               AND e.received_at < :before)
                            OR EXISTS (
                            SELECT 1 FROM shadow_run r JOIN shadow_order s ON s.run_id = r.id
                             WHERE r.store = erasure.store AND s.order_id = erasure.order_id AND s.detail <> :erased
                               AND s.compared_at < :before))""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("erased", ErasedText.WORDS)
                .update();
    }
}
