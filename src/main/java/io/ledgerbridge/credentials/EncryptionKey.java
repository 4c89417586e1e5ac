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

    private static Aead aead(String text) throws GeneralSecurityException {
        AeadConfig.register();
        KeysetHandle keyset = text.startsWith("{")
                ? TinkJsonProtoKeysetFormat.parseKeyset(
                        text, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                : single(Base64.getDecoder().decode(text));
        return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
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
