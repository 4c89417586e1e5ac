package io.ledgerbridge.credentials;

import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.logging.KnownSecrets;
import java.time.Clock;
import java.time.Instant;
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

    private final CredentialRows rows;
    private final CredentialCipher cipher;
    private final KnownSecrets known;

    Credentials(JdbcClient jdbc, EncryptionKey key, KnownSecrets known, Clock clock) {
        this.known = known;
        this.rows = new CredentialRows(jdbc, clock);
        this.cipher = new CredentialCipher(key.aead());
    }

    /**
     * {@inheritDoc}
     *
     * @throws Fault where a person has to help, since it was encrypted with another key
     */
    @Override
    @Transactional(readOnly = true)
    public Optional<String> find(String store, CredentialName name) {
        return rows.find(store, name).flatMap(ciphertext -> readable(store, name, ciphertext));
    }

    /** Changes whenever a secret that a person stores changes, in whichever process; nothing is decrypted for it. */
    @Transactional(readOnly = true)
    public String version() {
        return rows.version();
    }

    /** What a person has to store anew under this key, or bring the key back for: labels, by store. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> unreadable() {
        Map<String, List<String>> unreadable = new TreeMap<>();
        rows.each((store, name, ciphertext) -> {
            if (cipher.decrypted(store, name, ciphertext).isEmpty()) {
                unreadable.computeIfAbsent(store, first -> new ArrayList<>()).add(name);
            }
        });
        return unreadable;
    }

    /** When each secret of a store that a person has stored was, by its label; never what it is. */
    @Transactional(readOnly = true)
    public Map<String, Instant> storedAt(String store) {
        return rows.storedAt(store);
    }

    /** Stores a secret in place of the one before. */
    @Transactional
    public void put(String store, CredentialName name, String value) {
        known.remember(owner(store, name), value);
        rows.put(store, name, cipher.encrypted(store, name.label(), value));
    }

    /**
     * Takes a stored secret away, and with one of Sage X3's the token that was fetched by it. The log still knows it as a secret.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean remove(String store, CredentialName name) {
        if (name.side() == Side.SAGE_X3) {
            rows.delete(store, CredentialName.SAGE_X3_ACCESS_TOKEN);
        }
        return rows.delete(store, name);
    }

    /** In place of a fetched token the next is fetched, so no person is needed for it. */
    private Optional<String> readable(String store, CredentialName name, byte[] ciphertext) {
        Optional<String> secret = cipher.decrypted(store, name.label(), ciphertext);
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
}
