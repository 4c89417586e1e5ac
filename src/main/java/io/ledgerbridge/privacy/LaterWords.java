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

    /** Has those orders erased once more whose chains have grown since, or which got webhooks since, before an instant: how many. */
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
                               AND e.received_at < :before))""").param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
