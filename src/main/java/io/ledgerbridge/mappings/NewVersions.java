package io.ledgerbridge.mappings;

import io.ledgerbridge.database.DatabaseClock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds rows of {@code mapping_version}. */
record NewVersions(JdbcClient jdbc, DatabaseClock clock) {

    /**
     * Of two processes that start at once one records; the other finds it.
     *
     * @return whether this one recorded it
     */
    boolean add(String store, String channel, int number, String text, @Nullable String deployedBy) {
        int inserted = jdbc.sql("""
                        INSERT INTO mapping_version (store, channel, version, since, mapping, deployed_by)
                        VALUES (:store, :channel, :version, :since, :mapping, :by)
                        ON CONFLICT DO NOTHING""")
                .param("store", store)
                .param("channel", channel)
                .param("version", number)
                .param("since", clock.now().atOffset(ZoneOffset.UTC))
                .param("mapping", text)
                .param("by", deployedBy)
                .update();
        return inserted > 0;
    }
}
