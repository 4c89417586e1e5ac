package io.ledgerbridge.credentials;

import com.google.crypto.tink.Aead;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.logging.KnownSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stores' secrets, encrypted at rest. Each is bound to its row: the bytes of one row are of no use in another. They
 * are read from the database each time, so that one that is stored holds at once in every process.
 */
@Component
public class Credentials implements StoredSecrets {

    private final JdbcClient jdbc;
    private final Aead aead;
    private final KnownSecrets known;
    private final Clock clock;

    Credentials(JdbcClient jdbc, EncryptionKey key, KnownSecrets known, Clock clock) {
        this.known = known;
        this.jdbc = jdbc;
        this.aead = key.aead();
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * @throws Fault where a person has to help, since it was encrypted with another key
     */
    @Override
    @Transactional(readOnly = true)
    public Optional<String> find(String store, CredentialName name) {
        return jdbc.sql("SELECT ciphertext FROM credential WHERE store = :store AND name = :name")
                .param("store", store)
                .param("name", name.label())
                .query(byte[].class)
                .optional()
                .flatMap(ciphertext -> readable(store, name, ciphertext));
    }

    /** Changes whenever a secret that a person stores changes, in whichever process; nothing is decrypted for it. */
    @Transactional(readOnly = true)
    public String version() {
        return jdbc.sql("SELECT count(*) AS stored, max(updated_at) AS last FROM credential WHERE name <> :fetched")
                .param("fetched", CredentialName.SAGE_X3_ACCESS_TOKEN.label())
                .query((row, index) -> row.getLong("stored") + " " + row.getTimestamp("last"))
                .single();
    }

    /** What a person has to store anew under this key, or bring the key back for: labels, by store. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> unreadable() {
        Map<String, List<String>> unreadable = new TreeMap<>();
        jdbc.sql("SELECT store, name, ciphertext FROM credential WHERE name <> :fetched ORDER BY store, name")
                .param("fetched", CredentialName.SAGE_X3_ACCESS_TOKEN.label())
                .query(row -> {
                    String store = row.getString("store");
                    String name = row.getString("name");
                    if (decrypted(store, name, row.getBytes("ciphertext")).isEmpty()) {
                        unreadable
                                .computeIfAbsent(store, absent -> new ArrayList<>())
                                .add(name);
                    }
                });
        return unreadable;
    }

    /** Stores a secret in place of the one before. */
    @Transactional
    public void put(String store, CredentialName name, String value) {
        known.remember(owner(store, name), value);
        byte[] ciphertext = encrypted(store, name, value);
        if (update(store, name, ciphertext) == 0 && insert(store, name, ciphertext) == 0) {
            update(store, name, ciphertext);
        }
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

    private byte[] encrypted(String store, CredentialName name, String value) {
        try {
            return aead.encrypt(value.getBytes(StandardCharsets.UTF_8), row(store, name.label()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In place of a fetched token the next is fetched, so no person is needed for it. */
    private Optional<String> readable(String store, CredentialName name, byte[] ciphertext) {
        Optional<String> secret = decrypted(store, name.label(), ciphertext);
        if (secret.isEmpty() && name != CredentialName.SAGE_X3_ACCESS_TOKEN) {
            throw Fault.credentials(
                    name.side(),
                    "the stored %1$s of store %2$s can't be read with this ledger-bridge.encryption-key: set the key that it was stored under, or a keyset that holds that key, or store it anew with PUT /api/stores/%2$s/credentials/%1$s"
                            .formatted(name.label(), store));
        }
        secret.ifPresent(found -> known.remember(owner(store, name), found));
        return secret;
    }

    private static String owner(String store, CredentialName name) {
        return store + "/" + name.label();
    }

    /** None under another key than the one that it was encrypted with. */
    private Optional<String> decrypted(String store, String name, byte[] ciphertext) {
        try {
            return Optional.of(new String(aead.decrypt(ciphertext, row(store, name)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException otherKey) {
            return Optional.empty();
        }
    }

    private static byte[] row(String store, String name) {
        return (store + "/" + name).getBytes(StandardCharsets.UTF_8);
    }
}
