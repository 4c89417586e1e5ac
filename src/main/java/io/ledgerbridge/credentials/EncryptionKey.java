package io.ledgerbridge.credentials;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

/**
 * What the stored secrets are encrypted with.
 *
 * @param text 32 bytes in Base64, for AES-256-GCM; or a Tink JSON keyset, whose primary key encrypts and each of whose
 *     keys decrypts
 */
public record EncryptionKey(String text) {

    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /**
     * Checks that secrets can be encrypted with it.
     *
     * @throws IllegalArgumentException on what is neither; it does not repeat the text
     */
    public EncryptionKey {
        try {
            aead(text);
            DerivedMacs.of(keyset(text), "check");
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
            return DerivedMacs.of(keyset(text), purpose);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the encryption key is no longer what it was");
        }
    }

    private static Aead aead(String text) throws GeneralSecurityException {
        return keyset(text).getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static KeysetHandle keyset(String text) throws GeneralSecurityException {
        AeadConfig.register();
        return text.startsWith("{")
                ? TinkJsonProtoKeysetFormat.parseKeyset(
                        text, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                : single(Base64.getDecoder().decode(text));
    }

    /** Without Tink's prefix, so that a keyset in which this key stands as RAW reads what it has encrypted. */
    @AccessesPartialKey
    private static KeysetHandle single(byte[] bytes) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(BYTES)
                .setIvSizeBytes(NONCE_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        AesGcmKey key = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build();
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "EncryptionKey[(secret)]";
    }
}
