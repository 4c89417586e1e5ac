package io.ledgerbridge.credentials;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code credential}. */
final class CredentialRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    CredentialRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes what a person has stored, one secret after the other. */
    @FunctionalInterface
    interface Stored {
        void take(String store, String name, byte[] ciphertext);
    }

    Optional<byte[]> find(String store, CredentialName name) {
        return jdbc.sql("SELECT ciphertext FROM credential WHERE store = :store AND name = :name")
                .param("store", store)
                .param("name", name.label())
                .query(byte[].class)
                .optional();
    }

    /** Changes whenever one that a person stores changes. */
    String version() {
        return jdbc.sql("SELECT count(*) AS stored, max(updated_at) AS last FROM credential WHERE name <> :fetched")
                .param("fetched", CredentialName.SAGE_X3_ACCESS_TOKEN.label())
                .query((row, index) -> row.getLong("stored") + " " + row.getTimestamp("last"))
                .single();
    }

    /** All that persons have stored, by store and name. */
    void each(Stored stored) {
        jdbc.sql("SELECT store, name, ciphertext FROM credential WHERE name <> :fetched ORDER BY store, name")
                .param("fetched", CredentialName.SAGE_X3_ACCESS_TOKEN.label())
                .query(row -> {
                    stored.take(row.getString("store"), row.getString("name"), row.getBytes("ciphertext"));
                });
    }

    /** When each that a person has stored for a store was, by its name. */
    Map<String, Instant> storedAt(String store) {
        Map<String, Instant> names = new TreeMap<>();
        jdbc.sql("SELECT name, updated_at FROM credential WHERE store = :store AND name <> :fetched")
                .param("store", store)
                .param("fetched", CredentialName.SAGE_X3_ACCESS_TOKEN.label())
                .query(row -> {
                    names.put(
                            row.getString("name"),
                            row.getTimestamp("updated_at").toInstant());
                });
        return names;
    }

    /** In place of the one before, if there is one. */
    void put(String store, CredentialName name, byte[] ciphertext) {
        if (update(store, name, ciphertext) == 0 && insert(store, name, ciphertext) == 0) {
            update(store, name, ciphertext);
        }
    }

    /** Whether there was one. */
    boolean delete(String store, CredentialName name) {
        return jdbc.sql("DELETE FROM credential WHERE store = :store AND name = :name")
                        .param("store", store)
                        .param("name", name.label())
                        .update()
                > 0;
    }

    private int update(String store, CredentialName name, byte[] ciphertext) {
        return written("""
                UPDATE credential SET ciphertext = :ciphertext, updated_at = :now
                WHERE store = :store AND name = :name""", store, name, ciphertext);
    }

    private int insert(String store, CredentialName name, byte[] ciphertext) {
        return written("""
                INSERT INTO credential (store, name, ciphertext, updated_at)
                VALUES (:store, :name, :ciphertext, :now) ON CONFLICT DO NOTHING""", store, name, ciphertext);
    }

    private int written(String sql, String store, CredentialName name, byte[] ciphertext) {
        return jdbc.sql(sql)
                .param("store", store)
                .param("name", name.label())
                .param("ciphertext", ciphertext)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
