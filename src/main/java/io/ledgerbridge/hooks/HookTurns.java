package io.ledgerbridge.hooks;

import io.ledgerbridge.database.DatabaseClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lets one process at a time mend a store's webhooks: two that start at once would register each of them twice. */
@Repository
class HookTurns {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Duration length;
    private final DatabaseClock clock;

    HookTurns(JdbcClient jdbc, HookSettings settings, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.length = settings.checkInterval().compareTo(LONGEST) < 0 ? settings.checkInterval() : LONGEST;
        this.clock = clock;
    }

    /** A turn goes on, since something was mended. */
    @Transactional
    public void goesOn(String store) {
        jdbc.sql("UPDATE sweep_cursor SET at = :now WHERE store = :store AND name = 'hooks'")
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("store", store)
                .update();
    }

    /** Whether it is this process's turn, which it then is for a while. */
    @Transactional
    public boolean take(String store) {
        Instant now = clock.now();
        int first = jdbc.sql("""
                        INSERT INTO sweep_cursor (store, name, at) VALUES (:store, 'hooks', :now)
                        ON CONFLICT DO NOTHING""")
                .param("store", store)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return first == 1
                || jdbc.sql(
                                        "UPDATE sweep_cursor SET at = :now WHERE store = :store AND name = 'hooks' AND at <= :ended")
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("store", store)
                                .param("ended", now.minus(length).atOffset(ZoneOffset.UTC))
                                .update()
                        == 1;
    }
}
