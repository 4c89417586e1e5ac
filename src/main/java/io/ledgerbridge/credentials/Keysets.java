package io.ledgerbridge.credentials;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Makes Tink's keysets, of the text that a deployment gives or of a single key. */
final class Keysets {

    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private Keysets() {}

    /** From 32 bytes in Base64, for AES-256-GCM, or a Tink JSON keyset. */
    static KeysetHandle read(String text) throws GeneralSecurityException {
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
        return of(key);
    }

    /** Of one key. */
    static KeysetHandle of(Key key) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build();
    }
}
