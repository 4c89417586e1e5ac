package io.ledgerbridge.credentials;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * What the stored secrets are encrypted with.
 *
 * @param text 32 bytes in Base64, for AES-256-GCM; or a Tink JSON keyset, whose primary key encrypts and each of whose
 *     keys decrypts
 */
public record EncryptionKey(String text) {

    /**
     * Checks that secrets can be encrypted with it.
     *
     * @throws IllegalArgumentException on what is neither; it does not repeat the text
     */
    public EncryptionKey {
        try {
            aead(text);
            DerivedMacs.of(Keysets.read(text), "check");
        } catch (GeneralSecurityException | RuntimeException unfit) {
            throw new IllegalArgumentException("neither 32 bytes nor a keyset for AEAD");
        }
    }

    /** What encrypts with it. */
    public Aead aead() {
        try {
            return aead(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the encryption key is no longer what it was");
        }
    }

    /**
     * What proves that this program wrote something, the one to write with first; with the others what was written under
     * earlier keys is checked.
     *
     * @param purpose each has keys of its own
     */
    public List<DerivedMac> macs(String purpose) {
        try {
            return DerivedMacs.of(Keysets.read(text), purpose);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the encryption key is no longer what it was");
        }
    }

    private static Aead aead(String text) throws GeneralSecurityException {
        return Keysets.read(text).getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "EncryptionKey[(secret)]";
    }
}
