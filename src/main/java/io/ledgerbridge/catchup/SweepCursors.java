package io.ledgerbridge.catchup;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Up to where each of a store's lists has been gone through. A cursor only ever moves forward. */
@Repository
class SweepCursors {

    private final JdbcClient jdbc;

    SweepCursors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a cursor stands; one that isn't there begins at the instant given. */
    @Transactional
    public Instant at(String store, String name, Instant first) {
        jdbc.sql("INSERT INTO sweep_cursor (store, name, at) VALUES (:store, :name, :first) ON CONFLICT DO NOTHING")
                .param("store", store)
                .param("name", name)
                .param("first", first.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("SELECT at FROM sweep_cursor WHERE store = :store AND name = :name")
                .param("store", store)
                .param("name", name)
                .query((row, index) -> row.getTimestamp("at").toInstant())
                .single();
    }

    /** Until the transaction ends, no other process keeps what it found in a list of this store. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String store) {
        jdbc.sql("SELECT name FROM sweep_cursor WHERE store = :store ORDER BY name FOR UPDATE")
                .param("store", store)
                .query(String.class)
                .list();
    }

    /**
     * Moves a cursor, unless another process has moved it as far.
     *
     * @param began when the look was begun that has come to its end
     */
    @Transactional
    public void advance(String store, String name, Instant to, Instant began) {
        jdbc.sql("""
                        UPDATE sweep_cursor SET at = CASE WHEN at < :to THEN :to ELSE at END, looked_at = :began
                         WHERE store = :store AND name = :name AND (at < :to OR looked_at IS NULL OR looked_at < :began)""")
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("began", began.atOffset(ZoneOffset.UTC))
                .param("store", store)
                .param("name", name)
                .update();
    }
}
