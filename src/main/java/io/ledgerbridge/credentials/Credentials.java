package io.ledgerbridge.credentials;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
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
    private final Clock clock;

    Credentials(JdbcClient jdbc, EncryptionKey key, Clock clock) {
        this.jdbc = jdbc;
        this.aead = key.aead();
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException where it was encrypted with a key that is gone
     */
    @Override
    @Transactional(readOnly = true)
    public Optional<String> find(String store, CredentialName name) {
        return jdbc.sql("SELECT ciphertext FROM credential WHERE store = :store AND name = :name")
                .param("store", store)
                .param("name", name.label())
                .query(byte[].class)
                .optional()
                .map(ciphertext -> decrypted(store, name, ciphertext));
    }

    /** Stores a secret in place of the one before. */
    @Transactional
    public void put(String store, CredentialName name, String value) {
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
            return aead.encrypt(value.getBytes(StandardCharsets.UTF_8), row(store, name));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String decrypted(String store, CredentialName name, byte[] ciphertext) {
        try {
            return new String(aead.decrypt(ciphertext, row(store, name)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException otherKey) {
            throw new IllegalStateException(
                    "%s of store %s was stored under another ledger-bridge.encryption-key; store it again, or add that key to the keyset"
                            .formatted(name.label(), store),
                    otherKey);
        }
    }

    private static byte[] row(String store, CredentialName name) {
        return (store + "/" + name.label()).getBytes(StandardCharsets.UTF_8);
    }
}
