package io.ledgerbridge.credentials;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Encrypts secrets, each bound to its row: the bytes of one row are of no use in another. */
record CredentialCipher(Aead aead) {

    byte[] encrypted(String store, String name, String value) {
        try {
            return aead.encrypt(value.getBytes(StandardCharsets.UTF_8), row(store, name));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** None under another key than the one that it was encrypted with. */
    Optional<String> decrypted(String store, String name, byte[] ciphertext) {
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
